import type { ReportPerson } from "@besunny/db/platform/due-reports";

/**
 * Returns whether somebody may see all figures of a report: owners and admins those of their workspace, platform admins those of all workspaces. Who
 * sees less gets no report, since its figures are those of its owner.
 */
export function maySee(
  { workspaceId }: { workspaceId: string | null },
  { role, isPlatformAdmin }: ReportPerson,
): boolean {
  return workspaceId === null ? isPlatformAdmin : role === "owner" || role === "admin";
}
