import type { Repositories } from "@besunny/db/database";

import { conflict, notFound } from "../../errors";

/**
 * Checks that the batch takes files. The lock makes anybody who cancels the batch go before or after, so that no file enters it late.
 */
export async function enterBatch(
  { batches }: Pick<Repositories, "batches">,
  id: string,
): Promise<void> {
  await batches.lock(id);
  const batch = (await batches.find(id)) ?? notFound("Batch", id);
  if (batch.kind !== "upload") conflict("This batch takes no files");
  if (batch.state === "cancelled") conflict("The batch was cancelled", "Upload the file again.");
}

/** Returns the batch of uploads in which a document is being read: its attachments belong to it. Null if there is none that takes files. */
export async function batchOfParent(
  { batches, runs }: Pick<Repositories, "batches" | "runs">,
  parentId: string,
): Promise<string | null> {
  const [run] = await runs.latestOf([parentId]);
  const batch = run?.batchId ? await batches.find(run.batchId) : null;
  return batch?.kind === "upload" && batch.state !== "cancelled" ? batch.id : null;
}
