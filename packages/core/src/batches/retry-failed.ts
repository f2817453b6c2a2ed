import { mustBeAllowed } from "../access/rights";
import { conflict, notFound } from "../errors";
import { batchResumed } from "../events";
import { command, flow } from "../operation/operation";
import { retryDocuments } from "../processing/retry-documents";
import { ofBatch } from "./contract";
import { beginReprocessing } from "./begin-reprocessing";
import { getBatch } from "./get-batch";
import { inParts } from "./in-parts";

/** A batch that was paused or cancelled goes on. Failed documents of a backfill get new runs here; those of an upload are given back. */
const reopenBatch = command({
  action: "batch.manage",
  input: ofBatch,

  async run(tools, { id }) {
    const { batches, documents, actor, workspaceId, clock, emit } = tools;
    await batches.lock(id);
    const batch = (await batches.find(id)) ?? notFound("Batch", id);
    const failed = await batches.documentIds(id, ["failed"]);
    if (failed.length === 0) conflict("Nothing of this batch has failed");
    mustBeAllowed(actor, "document.retry", await documents.findMany(failed));
    await batches.update(id, { state: "running", measuredFrom: clock() });
    if (batch.state === "paused") emit(batchResumed.of({ workspaceId, batchId: id }));
    if (batch.kind === "upload") return { live: failed };

    const runIds = await beginReprocessing(tools, id, failed);
    for (const [position, documentId] of failed.entries()) {
      const runId = runIds[position];
      if (runId) await batches.followRun(id, documentId, runId);
    }
    return { live: [] };
  },
});

/** New runs for what failed, and for nothing else. */
export const retryFailed = flow({
  action: "batch.manage",
  input: ofBatch,

  async run({ ctx }, { id }) {
    const { live } = await reopenBatch(ctx, { id });
    for (const ids of inParts(live)) await retryDocuments(ctx, { ids });
    return getBatch(ctx, { id });
  },
});
