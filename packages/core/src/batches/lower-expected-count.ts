import { z } from "zod";

import { notFound } from "../errors";
import { command } from "../operation/command";
import { BatchSummary, ofBatch } from "./contract";
import { summariseBatch } from "./summarise-batches";

/** Lowers the expected file count of a batch when somebody removes files before they were uploaded. Returns the batch. */
export const lowerExpectedCount = command("batches.lower-expected-count", {
  title: "Lower a batch's expected file count",
  permission: "batch.manage",
  input: ofBatch.extend({ count: z.number().int().min(1) }),
  output: BatchSummary,
  doors: ["web"],

  async handle(tools, { id, count }) {
    const { batches, changed } = tools;
    await batches.lock(id);
    const batch = (await batches.find(id)) ?? notFound("Batch", id);
    const [progress] = await batches.progress([id]);
    const expectedCount = Math.max(progress?.arrivedCount ?? 0, batch.expectedCount - count);
    await batches.update(id, { expectedCount });
    changed({
      subject: id,
      before: { expectedCount: batch.expectedCount },
      after: { expectedCount },
    });
    return summariseBatch(tools, { ...batch, expectedCount });
  },
});
