import { z } from "zod";
import { notFound } from "../errors";
import { command } from "../operation/command";
import { BatchSummary, ofBatch } from "./contract";
import { summariseBatch } from "./summarise-batches";

/** Files that were announced will not come: somebody took them back before they had arrived. */
export const leaveOut = command("batches.lower-expected-count", {
  title: "Lower a batch's expected file count",
  permission: "batch.manage",
  input: ofBatch.extend({ count: z.number().int().min(1) }),
  output: BatchSummary,
  doors: ["web", "rest"],

  async handle(tools, { id, count }) {
    const { batches } = tools;
    await batches.lock(id);
    const batch = (await batches.find(id)) ?? notFound("Batch", id);
    const [progress] = await batches.progress([id]);
    const expectedCount = Math.max(progress?.arrivedCount ?? 0, batch.expectedCount - count);
    await batches.update(id, { expectedCount });
    return summariseBatch(tools, { ...batch, expectedCount });
  },
});
