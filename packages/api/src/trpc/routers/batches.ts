import { cancelBatch } from "@besunny/core/batches/cancel-batch";
import { countEarlierReadings } from "@besunny/core/batches/count-earlier-readings";
import { createReprocessBatch } from "@besunny/core/batches/create-reprocess-batch";
import { createRereadBatch } from "@besunny/core/batches/create-reread-batch";
import { createUploadBatch } from "@besunny/core/batches/create-upload-batch";
import { getBatch } from "@besunny/core/batches/get-batch";
import { listArrived } from "@besunny/core/batches/list-arrived";
import { listBatchDocuments } from "@besunny/core/batches/list-batch-documents";
import { listBatches } from "@besunny/core/batches/list-batches";
import { lowerExpectedCount } from "@besunny/core/batches/lower-expected-count";
import { pauseBatch } from "@besunny/core/batches/pause-batch";
import { resumeBatch } from "@besunny/core/batches/resume-batch";
import { retryFailed } from "@besunny/core/batches/retry-failed";

import { router } from "../init";
import { mutation, query } from "../operations";

export const batchesRouter = router({
  list: query(listBatches),
  get: query(getBatch),
  documents: query(listBatchDocuments),
  arrived: query(listArrived),
  createUpload: mutation(createUploadBatch),
  createReprocess: mutation(createReprocessBatch),
  earlierReadings: query(countEarlierReadings),
  readAgain: mutation(createRereadBatch),
  pause: mutation(pauseBatch),
  resume: mutation(resumeBatch),
  cancel: mutation(cancelBatch),
  retryFailed: mutation(retryFailed),
  leaveOut: mutation(lowerExpectedCount),
});
