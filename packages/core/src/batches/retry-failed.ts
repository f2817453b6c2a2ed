import { inParts } from "../in-parts";
import { flow } from "../operation/flow";
import { retryDocuments } from "../processing/retry-documents";
import { BatchWithReasons, ofBatch } from "./contract";
import { getBatch } from "./get-batch";
import { reopenBatch } from "./reopen-batch";

/** Starts new runs for the failed documents of a batch that another try can help, and for no others. Returns the batch. */
export const retryFailed = flow("batches.retry-failed", {
  title: "Retry the failed documents of a batch",
  permission: "batch.manage",
  input: ofBatch,
  output: BatchWithReasons,
  doors: ["web", "rest"],

  async handle({ caller }, { id }) {
    const { live } = await reopenBatch(caller, { id });
    for (const ids of inParts(live)) await retryDocuments(caller, { ids });
    return getBatch(caller, { id });
  },
});
