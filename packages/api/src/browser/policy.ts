export {
  type Action,
  type KeyScope,
  type ProjectRole,
  projectRoles,
  type Role,
  roles,
} from "@besunny/core/access/actions";
export { can, scopesOf } from "@besunny/core/access/policy";
