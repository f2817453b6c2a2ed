import type { RunDetail } from "@besunny/engine/console/console-types";

import type { PlatformContext } from "../../context";
import { reopenRun } from "../../documents/reopen-run";
import { documentOfRun } from "./document-of-run";

/** A document that is worked on again says so, and its own run is open. Rejects when there is nothing left to work on. */
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
