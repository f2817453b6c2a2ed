import { cancelBatch } from "@besunny/core/batches/cancel-batch";
import { createReprocessBatch } from "@besunny/core/batches/create-reprocess-batch";
import { createUploadBatch } from "@besunny/core/batches/create-upload-batch";
import { getBatch } from "@besunny/core/batches/get-batch";
import { leaveOut } from "@besunny/core/batches/leave-out";
import { listBatchDocuments } from "@besunny/core/batches/list-batch-documents";
import { listBatches } from "@besunny/core/batches/list-batches";
import { pauseBatch } from "@besunny/core/batches/pause-batch";
import { resumeBatch } from "@besunny/core/batches/resume-batch";
import { retryFailed } from "@besunny/core/batches/retry-failed";

import { router, workspaceProcedure } from "../init";

export const batchesRouter = router({
  list: workspaceProcedure
    .input(listBatches.input)
    .query(({ ctx, input }) => listBatches(ctx.workspace, input)),

  get: workspaceProcedure
    .input(getBatch.input)
    .query(({ ctx, input }) => getBatch(ctx.workspace, input)),

  documents: workspaceProcedure
    .input(listBatchDocuments.input)
    .query(({ ctx, input }) => listBatchDocuments(ctx.workspace, input)),

  createUpload: workspaceProcedure
    .input(createUploadBatch.input)
    .mutation(({ ctx, input }) => createUploadBatch(ctx.workspace, input)),

  createReprocess: workspaceProcedure
    .input(createReprocessBatch.input)
    .mutation(({ ctx, input }) => createReprocessBatch(ctx.workspace, input)),

  pause: workspaceProcedure
    .input(pauseBatch.input)
    .mutation(({ ctx, input }) => pauseBatch(ctx.workspace, input)),

  resume: workspaceProcedure
    .input(resumeBatch.input)
    .mutation(({ ctx, input }) => resumeBatch(ctx.workspace, input)),

  cancel: workspaceProcedure
    .input(cancelBatch.input)
    .mutation(({ ctx, input }) => cancelBatch(ctx.workspace, input)),

  retryFailed: workspaceProcedure
    .input(retryFailed.input)
    .mutation(({ ctx, input }) => retryFailed(ctx.workspace, input)),

  leaveOut: workspaceProcedure
    .input(leaveOut.input)
    .mutation(({ ctx, input }) => leaveOut(ctx.workspace, input)),
});
