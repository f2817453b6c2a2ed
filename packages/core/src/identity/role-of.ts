import { z } from "zod";

import { type Role, roles } from "../policy";

/** Postgres keeps the word to this list with a check. */
export function roleOf(role: string): Role {
  return z.enum(roles).parse(role);
}
