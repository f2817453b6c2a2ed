import { z } from "zod";

import { projectRoles, type Role, roles } from "../../access/actions";
import { type ProjectMembership } from "../../access/actor";

/** Postgres keeps the word to this list with a check. */
export function roleOf(role: string): Role {
  return z.enum(roles).parse(role);
}

/** Likewise for roles in projects. */
export function projectsOf(
  rows: readonly { id: string; role: string }[],
): readonly ProjectMembership[] {
  return rows.map(({ id, role }) => ({ id, role: z.enum(projectRoles).parse(role) }));
}
