export {
  type Action,
  can,
  type KeyScope,
  type ProjectRole,
  projectRoles,
  type Role,
  roles,
  scopesOf,
} from "@besunny/core/policy";
