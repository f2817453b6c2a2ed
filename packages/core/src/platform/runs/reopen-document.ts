import type { RunDetail } from "@besunny/engine/console/console-types";

import type { PlatformContext } from "../../context";
import { reopenRun } from "../../processing/runs/reopen-run";
import { documentOfRun } from "./document-of-run";

/**
 * Opens the document run that this run works on, so that the document shows as being processed. Throws `CONFLICT` if the document run
 * cannot go on.
 */
export async function reopenDocument(
  { inWorkspace }: Pick<PlatformContext, "inWorkspace">,
  run: RunDetail,
  { isFromStart }: { isFromStart: boolean },
): Promise<void> {
  const about = documentOfRun(run);
  if (!about) return;
  const { workspaceId, documentId, runId } = about;
  await reopenRun(inWorkspace(workspaceId), { documentId, runId, isFromStart });
}
