import { z } from "zod";
import { mustBeAllowed } from "../access/rights";
import { lastingCodes } from "../documents/contract/failure-help";
import { conflict, notFound } from "../errors";
import { batchResumed } from "../events";
import { documentId } from "../ids";
import { command } from "../operation/command";
import { beginReprocessing } from "./begin-reprocessing";
import { ofBatch } from "./contract";

/**
 * Reopens a batch that was paused or cancelled. Starts new runs for the failed documents of a backfill. Returns the failed documents of an
 * upload, for the caller to retry. Throws `CONFLICT` if another try
 * can help none.
 */
export const reopenBatch = command("batches.reopen-batch", {
  title: "Open a batch for its failed documents",
  permission: "batch.manage",
  input: ofBatch,
  output: z.object({ live: z.array(documentId) }),
  doors: [],

  async handle(tools, { id }) {
    const { batches, documents, actor, workspaceId, clock, emit, changed } = tools;
    await batches.lock(id);
    const batch = (await batches.find(id)) ?? notFound("Batch", id);
    const failed = await batches.documentIds(id, ["failed"], {
      but: ["ENCRYPTED", ...lastingCodes],
    });
    if (failed.length === 0) conflict("Nothing of this batch has failed that another try can help");
    mustBeAllowed(actor, "document.retry", await documents.findMany(failed));
    await batches.update(id, { state: "running", measuredFrom: clock() });
    changed({ subject: id, before: { state: batch.state }, after: { state: "running" } });
    if (batch.state === "paused") emit(batchResumed.of({ workspaceId, batchId: id }));
    if (batch.kind === "upload") return { live: failed };

    const runIds = await beginReprocessing(tools, id, failed);
    await batches.followRuns(
      failed.flatMap((documentId, position) => {
        const runId = runIds[position];
        return runId ? [{ batchId: id, documentId, runId }] : [];
      }),
    );
    return { live: [] };
  },
});
