import type { PlatformContext } from "../../context";
import { tellReport } from "../../reports/tell-report";

/** Tells a person in the inbox of the workspace that a report is made. A second call for the same run tells nothing new. */
export async function putIntoInbox(
  ctx: PlatformContext,
  given: { workspaceId: string | null; reportId: string; runId: string; userId: string },
): Promise<null> {
  const { workspaceId, reportId, runId, userId } = given;
  if (workspaceId !== null)
    await tellReport(ctx.inWorkspace(workspaceId), { reportId, runId, userId });
  return null;
}
