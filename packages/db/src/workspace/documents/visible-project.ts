import type { Prisma } from "../../generated/client";

/** Returns the visible projects: open ones are visible to everybody, restricted ones to their members. */
export function visibleProject(principals: readonly string[]): Prisma.ProjectWhereInput {
  return principals.includes("all")
    ? {}
    : { OR: [{ isRestricted: false }, { id: { in: [...principals] } }] };
}
