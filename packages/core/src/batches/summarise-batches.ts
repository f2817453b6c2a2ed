import type { Repositories } from "@besunny/db/database";
import type { Batch } from "@besunny/db/workspace/batches";

import type { Clock } from "../context";
import { batchSummaryOf } from "./contract";

/** Returns batches with the counts of their documents, all of them in two statements. */
export async function summariseBatches(
  { batches, clock }: Pick<Repositories, "batches"> & { clock: Clock },
  found: readonly Batch[],
) {
  const ids = found.map(({ id }) => id);
  const [counts, progress] = await Promise.all([batches.count(ids), batches.progress(ids)]);
  return found.map((batch) =>
    batchSummaryOf(
      batch,
      counts.filter(({ batchId }) => batchId === batch.id),
      progress.find(({ batchId }) => batchId === batch.id) ?? { arrivedCount: 0, measuredEnds: 0 },
      clock(),
    ),
  );
}

/** Returns one batch with the counts of its documents. */
export async function summariseBatch(
  tools: Pick<Repositories, "batches"> & { clock: Clock },
  batch: Batch,
) {
  const [summary] = await summariseBatches(tools, [batch]);
  if (!summary) throw new Error(`${batch.id} was not summarised`);
  return summary;
}
