import { conflict } from "../../errors";
import { platformFlow } from "../../operation/platform";
import { cancelDocuments } from "../../processing/cancel-documents";
import { isRunOpen } from "../../processing/runs/is-run-open";
import { nothing } from "../../shapes";
import { ofRun } from "./contract";
import { documentOfRun } from "./document-of-run";
import { engineRuns, findRun, isOver } from "./engine-runs";

/** Ends a run that is not over. Marks its document as cancelled first. Throws `CONFLICT` for a run that is over. */
export const cancelRun = platformFlow("platform.cancel-run", {
  title: "Cancel a run",
  permission: "run.manage",
  input: ofRun,
  output: nothing,
  doors: ["admin"],

  async handle(tools, { runId }) {
    const run = await findRun(tools, runId);
    if (isOver(run.state)) conflict("The run is over already");
    const about = documentOfRun(run);
    if (about) {
      const { workspaceId, documentId, runId: documentRunId } = about;
      const workspace = tools.inWorkspace(workspaceId);
      if (await isRunOpen(workspace, { documentId, runId: documentRunId }))
        await cancelDocuments(workspace, { ids: [documentId] });
    }
    await engineRuns(tools).cancelRun(runId);
  },
});
