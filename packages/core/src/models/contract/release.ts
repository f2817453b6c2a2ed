import type { ReleaseRow } from "@besunny/db/workspace/models/releases";
import { z } from "zod";

import { count, idIn, instant } from "../../shapes";
import { ReleaseParts, releaseRoles } from "./release-parts";

/** The ways in which a release becomes the one that decides. */
export const releaseChangeKinds = [
  "first",
  "followed",
  "promoted",
  "rolled-back",
  "fell-back",
] as const;

/** A release as people see it, with the roles that it has. */
export const Release = z.object({
  id: idIn("rel"),
  number: count,
  checksum: z.string(),
  note: z.string(),
  parts: ReleaseParts,
  roles: z.array(z.enum(releaseRoles)),
  createdById: z.string().nullable(),
  createdAt: instant,
});
export type Release = z.infer<typeof Release>;

/** Returns the parts of a stored release. */
export function partsOf(row: Pick<ReleaseRow, "parts">): z.infer<typeof ReleaseParts> {
  return ReleaseParts.parse(row.parts);
}

/** Returns a stored release with its roles. */
export function releaseOf(
  row: ReleaseRow,
  roles: readonly { role: string; releaseId: string }[],
): Release {
  const own = roles.filter(({ releaseId }) => releaseId === row.id).map(({ role }) => role);
  return {
    ...row,
    parts: partsOf(row),
    roles: releaseRoles.filter((role) => own.includes(role)),
  };
}
