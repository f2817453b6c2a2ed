import { z } from "zod";
import { mustBeAllowed } from "../access/rights";
import { documentUploaded } from "../events";
import { documentIds } from "../ids";
import { command } from "../operation/command";
import { ofIds } from "../shapes";

/**
 * Processes documents again from the start, with what BeSunny can do today. Those being worked on are left alone; a backfill of theirs gives
 * way. What did not end well in a batch is retried as part of it.
 */
export const retryDocuments = command("processing.retry-documents", {
  title: "Process documents again",
  permission: "document.retry",
  input: z.object({ ids: documentIds }),
  output: ofIds,
  doors: ["web", "rest"],

  async handle({ documents, runs, batches, actor, clock, workspaceId, emit }, { ids }) {
    await documents.lock(ids);
    const found = await documents.findMany(ids);
    mustBeAllowed(actor, "document.retry", found);
    const ended = found.filter(
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
      await runs.endOpen(id, "cancelled", clock());
      const last = await runs.latest(id);
      const batchId = last && last.state !== "finished" ? (last.batch?.id ?? null) : null;
      const runId = await runs.create(id, "process", batchId);
      if (batchId) await batches.followRun(batchId, id, runId);
      emit(documentUploaded.of({ workspaceId, documentId: id, runId, batchId }));
    }
    return { ids: ended.map(({ id }) => id) };
  },
});
