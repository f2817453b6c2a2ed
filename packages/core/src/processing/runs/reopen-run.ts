import { z } from "zod";
import { conflict } from "../../errors";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { processingRun } from "../contract";

/**
 * Opens an ended run, so that its work can continue and the document shows as being processed. Leaves an open run unchanged. Throws
 * `CONFLICT` unless it is the newest run, because an earlier run must not overwrite later results.
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
