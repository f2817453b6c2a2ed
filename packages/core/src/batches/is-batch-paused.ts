import { z } from "zod";
import { batchId } from "../ids";
import { query } from "../operation/query";

/** Asked by runs that have not begun. A batch that is gone holds nobody up. */
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
