import { notFound } from "../errors";
import { query } from "../operation/operation";
import { ofBatch } from "./contract";
import { summariseBatch } from "./summarise-batches";

/** How far a batch is, when it will be done, and why documents of it failed, each reason once. */
export const getBatch = query({
  action: "batch.read",
  input: ofBatch,

  async run(tools, { id }) {
    const batch = (await tools.batches.find(id)) ?? notFound("Batch", id);
    const [summary, reasons] = await Promise.all([
      summariseBatch(tools, batch),
      tools.batches.listReasons(id),
    ]);
    return { ...summary, reasons };
  },
});
