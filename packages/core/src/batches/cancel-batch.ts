import { conflict, notFound } from "../errors";
import { command, flow } from "../operation/operation";
import { cancelDocuments } from "../processing/cancel-documents";
import { ofBatch } from "./contract";
import { getBatch } from "./get-batch";
import { inParts } from "./in-parts";
import { summariseBatch } from "./summarise-batches";

/** From now on the batch takes no more files, so that what is open now is all there is to cancel. */
const closeBatch = command({
  action: "batch.manage",
  input: ofBatch,

  async run(tools, { id }) {
    const { batches } = tools;
    await batches.lock(id);
    const batch = (await batches.find(id)) ?? notFound("Batch", id);
    const { state } = await summariseBatch(tools, batch);
    if (state === "finished") conflict("The batch is over");
    await batches.update(id, { state: "cancelled" });
    return { open: await batches.documentIds(id, ["queued", "running"]) };
  },
});

/** Stops what waits and what is under way. What has ended stays; what was being processed again keeps what was known of it. */
export const cancelBatch = flow({
  action: "batch.manage",
  input: ofBatch,

  async run({ ctx }, { id }) {
    const { open } = await closeBatch(ctx, { id });
    for (const ids of inParts(open)) await cancelDocuments(ctx, { ids });
    return getBatch(ctx, { id });
  },
});
