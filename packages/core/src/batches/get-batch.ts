import { notFound } from "../errors";
import { query } from "../operation/query";
import { BatchWithReasons, ofBatch } from "./contract";
import { summariseBatch } from "./summarise-batches";

/** Returns a batch with its progress, its estimated end and the reasons for which documents of it failed, each once. */
export const getBatch = query("batches.get-batch", {
  title: "Show a batch",
  permission: "batch.read",
  input: ofBatch,
  output: BatchWithReasons,
  doors: ["web", "rest"],

  async handle(tools, { id }) {
    const batch = (await tools.batches.find(id)) ?? notFound("Batch", id);
    const [summary, reasons] = await Promise.all([
      summariseBatch(tools, batch),
      tools.batches.listReasons(id),
    ]);
    return { ...summary, reasons };
  },
});
