import { z } from "zod";

import { documentUploaded } from "../events";
import { command } from "../operation";
import { documentIds } from "./document";

/** Processes documents again from the start, with what BeSunny can do today. Those being worked on are left alone. */
export const retryDocuments = command({
  action: "document.retry",
  input: z.object({ ids: documentIds }),

  async run({ documents, runs, workspaceId, emit }, { ids }) {
    await documents.lock(ids);
    const ended = (await documents.findMany(ids)).filter(
      ({ status, trashedAt }) => status !== "pending" && status !== "processing" && !trashedAt,
    );
    for (const { id } of ended) {
      await documents.update(id, {
        status: "pending",
        stage: "uploaded",
        errorCode: null,
        errorMessage: null,
        errorRemedy: null,
        readyAt: null,
      });
      const runId = await runs.create(id, "process");
      emit(documentUploaded.of({ workspaceId, documentId: id, runId }));
    }
    return { ids: ended.map(({ id }) => id) };
  },
});
