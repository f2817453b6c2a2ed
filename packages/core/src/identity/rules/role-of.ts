import { z } from "zod";

import { projectRoles, type Role, roles } from "../../access/actions";
import type { ProjectMembership } from "../../access/actor";

/** Returns the stored word as a role. Postgres keeps the word to this list with a check. */
export function roleOf(role: string): Role {
  return z.enum(roles).parse(role);
}

/** Returns the rows as memberships of projects. Postgres keeps their roles to a list likewise. */
export function projectsOf(
  rows: readonly { id: string; role: string }[],
): readonly ProjectMembership[] {
  return rows.map(({ id, role }) => ({ id, role: z.enum(projectRoles).parse(role) }));
}
