import { inParts } from "../in-parts";
import { flow } from "../operation/flow";
import { cancelDocuments } from "../processing/cancel-documents";
import { closeBatch } from "./close-batch";
import { BatchWithReasons, ofBatch } from "./contract";
import { getBatch } from "./get-batch";

/**
 * Cancels the waiting and running documents of a batch and returns the batch. Documents that have ended stay as they are. A document that
 * was being processed again keeps its earlier result.
 */
export const cancelBatch = flow("batches.cancel-batch", {
  title: "Cancel a batch",
  permission: "batch.manage",
  input: ofBatch,
  output: BatchWithReasons,
  doors: ["web", "rest"],

  async handle({ caller }, { id }) {
    const { open } = await closeBatch(caller, { id });
    for (const ids of inParts(open)) await cancelDocuments(caller, { ids });
    return getBatch(caller, { id });
  },
});
