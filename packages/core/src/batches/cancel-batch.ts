import { inParts } from "../in-parts";
import { flow } from "../operation/flow";
import { cancelDocuments } from "../processing/cancel-documents";
import { closeBatch } from "./close-batch";
import { BatchWithReasons, ofBatch } from "./contract";
import { getBatch } from "./get-batch";

/** Stops what waits and what is under way. What has ended stays; what was being processed again keeps what was known of it. */
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
