import { z } from "zod";
import { conflict } from "../../errors";
import { platformFlow } from "../../operation/operation";
import { cancelDocuments } from "../../processing/cancel-documents";
import { isRunOpen } from "../../processing/run-document";
import { documentOfRun } from "./document-of-run";
import { findRun, isOver, keptRuns } from "./engine-runs";

/** Ends a run that is not over. A document that it worked on is told as cancelled, before the work stops. */
export const cancelRun = platformFlow({
  action: "run.cancel",
  input: z.object({ runId: z.string().max(100) }),

  async run(ctx, { runId }) {
    const run = await findRun(ctx, runId);
    if (isOver(run.state)) conflict("The run is over already");
    const about = documentOfRun(run);
    if (about) {
      const { workspaceId, documentId, runId: documentRunId } = about;
      const workspace = ctx.inWorkspace(workspaceId);
      if (await isRunOpen(workspace, { documentId, runId: documentRunId }))
        await cancelDocuments(workspace, { ids: [documentId] });
    }
    await keptRuns(ctx).cancelRun(runId);
  },
});
