import type { Asker } from "./catalogue/catalogue";

/** Returns as what somebody with these principals asks in a workspace. */
export function askerIn(principals: readonly string[]): Asker {
  return principals.includes("all") ? "admins" : "members";
}
