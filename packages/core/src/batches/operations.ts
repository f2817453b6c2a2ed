import { cancelBatch } from "./cancel-batch";
import { closeBatch } from "./close-batch";
import { countEarlierReadings } from "./count-earlier-readings";
import { createReprocessBatch } from "./create-reprocess-batch";
import { createRereadBatch } from "./create-reread-batch";
import { createUploadBatch } from "./create-upload-batch";
import { getBatch } from "./get-batch";
import { isBatchPaused } from "./is-batch-paused";
import { listArrived } from "./list-arrived";
import { listBatchDocuments } from "./list-batch-documents";
import { listBatches } from "./list-batches";
import { lowerExpectedCount } from "./lower-expected-count";
import { pauseBatch } from "./pause-batch";
import { reopenBatch } from "./reopen-batch";
import { reportBatch } from "./report-batch";
import { resumeBatch } from "./resume-batch";
import { retryFailed } from "./retry-failed";

/** Every operation of the slice. */
export const batchesOperations = [
  cancelBatch,
  closeBatch,
  countEarlierReadings,
  createReprocessBatch,
  createRereadBatch,
  createUploadBatch,
  getBatch,
  isBatchPaused,
  listArrived,
  listBatchDocuments,
  listBatches,
  lowerExpectedCount,
  pauseBatch,
  reopenBatch,
  reportBatch,
  resumeBatch,
  retryFailed,
] as const;
