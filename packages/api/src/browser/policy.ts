export {
  type Action,
  can,
  type KeyScope,
  type Role,
  roles,
  scopesOf,
} from "@besunny/core/access/policy";
