import { z } from "zod";

import { documentFailed } from "../events";
import { command } from "../operation";
import { processingRun } from "./run-document";

/** The end that a person sees when a run cannot succeed: what happened, and what to do. */
export const failDocument = command({
  action: "document.process",
  input: processingRun.extend({ code: z.string(), message: z.string(), remedy: z.string() }),

  async run({ documents, runs, clock, workspaceId, emit }, input) {
    const { documentId: id, runId, code, message, remedy } = input;
    const document = await documents.find(id);
    if (!document || !(await runs.move(runId, "failed", clock()))) return;
    await documents.update(id, {
      status: "failed",
      errorCode: code,
      errorMessage: message.slice(0, 1000),
      errorRemedy: remedy,
    });
    emit(documentFailed.of({ workspaceId, documentId: id, code }));
  },
});
