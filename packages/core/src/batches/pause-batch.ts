import { conflict, notFound } from "../errors";
import { command } from "../operation/operation";
import { ofBatch } from "./batch";
import { summariseBatch } from "./summarise-batches";

/** What has not begun waits until the batch is resumed; what is under way is finished. */
export const pauseBatch = command({
  action: "batch.manage",
  input: ofBatch,

  async run(tools, { id }) {
    const { batches } = tools;
    await batches.lock(id);
    const batch = (await batches.find(id)) ?? notFound("Batch", id);
    const { state } = await summariseBatch(tools, batch);
    if (state === "cancelled" || state === "finished") conflict("The batch is over");
    await batches.update(id, { state: "paused" });
    return summariseBatch(tools, { ...batch, state: "paused" });
  },
});
