import { z } from "zod";
import { batchId } from "../ids";
import { query } from "../operation/query";

/** Returns whether a batch is paused, for runs that have not begun. A deleted batch is not paused. */
export const isBatchPaused = query("batches.is-batch-paused", {
  title: "Say whether a batch is paused",
  permission: "batch.follow",
  input: z.object({ batchId }),
  output: z.object({ isPaused: z.boolean() }),
  doors: ["job"],

  async handle({ batches }, { batchId: id }) {
    return { isPaused: (await batches.find(id))?.state === "paused" };
  },
});
