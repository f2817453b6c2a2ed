import { z } from "zod";

import { projectRoles, type Role, roles } from "../../access/actions";
import type { ProjectMembership } from "../../access/actor";

/** Returns the stored word as a role. PostgreSQL keeps the word to this list with a check. */
export function roleOf(role: string): Role {
  return z.enum(roles).parse(role);
}

/** Returns the rows as memberships of projects. PostgreSQL checks their roles in the same way. */
export function projectsOf(
  rows: readonly { id: string; role: string }[],
): readonly ProjectMembership[] {
  return rows.map(({ id, role }) => ({ id, role: z.enum(projectRoles).parse(role) }));
}
