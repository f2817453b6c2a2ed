export { type Action, can, type Role, roles } from "@besunny/core/policy";
