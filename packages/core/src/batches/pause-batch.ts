import { conflict, notFound } from "../errors";
import { command } from "../operation/command";
import { BatchSummary, ofBatch } from "./contract";
import { summariseBatch } from "./summarise-batches";

/** Makes documents of the batch that have not begun wait until the batch is resumed. Documents that have begun are finished. */
export const pauseBatch = command("batches.pause-batch", {
  title: "Pause a batch",
  permission: "batch.manage",
  input: ofBatch,
  output: BatchSummary,
  doors: ["web", "rest"],

  async handle(tools, { id }) {
    const { batches, changed } = tools;
    await batches.lock(id);
    const batch = (await batches.find(id)) ?? notFound("Batch", id);
    const { state } = await summariseBatch(tools, batch);
    if (state === "cancelled" || state === "finished") conflict("The batch is over");
    await batches.update(id, { state: "paused" });
    changed({ subject: id, before: { state: batch.state }, after: { state: "paused" } });
    return summariseBatch(tools, { ...batch, state: "paused" });
  },
});
