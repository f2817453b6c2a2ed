import { z } from "zod";
import { documentFailed } from "../../events";
import { tell } from "../../notifications/contract/tell";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { processingRun } from "../contract";

/**
 * Ends a run that cannot succeed, with the error and the remedy that a person sees. In a backfill the document stays unchanged; only the
 * run shows the failure.
 */
export const failDocument = command("processing.fail-document", {
  title: "End a run with its failure",
  permission: "document.process",
  input: processingRun.extend({ code: z.string(), message: z.string(), remedy: z.string() }),
  output: nothing,
  doors: ["job"],
  audit: { notAudited: "Runs and their steps record it." },

  async handle(tools, input) {
    const { documents, runs, usage, clock, workspaceId, emit } = tools;
    const { documentId: id, runId, code, message, remedy } = input;
    await usage.letGo("pages", id);
    const [document, run] = [await documents.find(id), await runs.find(runId)];
    const error = {
      errorCode: code,
      errorMessage: message.slice(0, 1000),
      errorRemedy: remedy,
    };
    if (!document || !(await runs.move(runId, "failed", clock(), error))) return;
    await documents.update(id, run?.kind === "reprocess" ? {} : { status: "failed", ...error });
    if (run?.kind === "reprocess") return;
    const { uploadedById: userId } = document;
    const batchId = run?.batch?.id;
    // One notice is about all failures of an upload.
    if (userId)
      await tell(tools, [
        {
          userId,
          kind: "failure",
          documentId: id,
          ...(batchId && { batchId }),
          key: `failure:${batchId ?? runId}`,
        },
      ]);
    emit(documentFailed.of({ workspaceId, documentId: id, code }));
  },
});
