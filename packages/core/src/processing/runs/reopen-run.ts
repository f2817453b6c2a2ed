import { z } from "zod";
import { conflict } from "../../errors";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { processingRun } from "../contract";

/**
 * Opens a run that has ended, so that the work that goes on with it finds it open, and the document is told as being worked on. One that is
 * open stays as it is. Only the newest run may: what a later one found out is not to be written over by an earlier one.
 */
export const reopenRun = command("processing.reopen-run", {
  title: "Reopen a run that has ended",
  permission: "document.process",
  input: processingRun.extend({ isFromStart: z.boolean() }),
  output: nothing,
  doors: [],

  async handle({ documents, runs }, { documentId: id, runId, isFromStart }) {
    await documents.lock([id]);
    const [document, run] = [await documents.find(id), await runs.find(runId)];
    if (!document || !run || document.trashedAt)
      return conflict("The document of this run was deleted");
    if (run.state === "queued" || run.state === "running") return;
    if ((await runs.latest(id))?.id !== runId)
      conflict(
        "The document of this run was processed again since",
        "Act on the newest run of the document.",
      );

    await runs.reopen(runId);
    if (run.kind === "reprocess") return;
    await documents.update(id, {
      status: "processing",
      errorCode: null,
      errorMessage: null,
      errorRemedy: null,
      readyAt: null,
      ...(isFromStart && { stage: "uploaded" }),
    });
  },
});
