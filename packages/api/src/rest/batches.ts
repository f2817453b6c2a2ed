import { authorize } from "@besunny/core/access/policy";
import { cancelBatch } from "@besunny/core/batches/cancel-batch";
import {
  BatchDocument,
  BatchSummary,
  BatchWithReasons,
  ofBatch,
} from "@besunny/core/batches/contract";
import { createReprocessBatch } from "@besunny/core/batches/create-reprocess-batch";
import { createUploadBatch } from "@besunny/core/batches/create-upload-batch";
import { getBatch } from "@besunny/core/batches/get-batch";
import { listBatchDocuments } from "@besunny/core/batches/list-batch-documents";
import { listBatches } from "@besunny/core/batches/list-batches";
import { pauseBatch } from "@besunny/core/batches/pause-batch";
import { reportBatch } from "@besunny/core/batches/report-batch";
import { resumeBatch } from "@besunny/core/batches/resume-batch";
import { retryFailed } from "@besunny/core/batches/retry-failed";
import type { Caller } from "@besunny/core/operation/caller";
import { pageOf } from "@besunny/core/shapes";
import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "./contract";
import { offers } from "./offers";
import { paging, when } from "./wire";

const tags = ["Batches"];
const batch = answers({ 200: { description: "The batch", schema: BatchWithReasons } });

const { ids, filter, title } = createReprocessBatch.input.shape;
const NewBatch = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("upload"), ...createUploadBatch.input.shape }),
  z
    .strictObject({
      kind: z.literal("reprocess"),
      title,
      ids,
      filter: filter
        .unwrap()
        .extend({ from: when.optional(), to: when.optional() })
        .strict()
        .optional(),
    })
    .refine((given) => (given.ids === undefined) !== (given.filter === undefined), {
      message: "Give either ids or a filter",
    })
    .openapi({ oneOf: [{ required: ["ids"] }, { required: ["filter"] }] }),
]);

const create = createRoute({
  method: "post",
  path: "/batches",
  operationId: "createBatch",
  ...offers(createUploadBatch, createReprocessBatch),
  tags,
  summary:
    "Create a batch for files to upload, or to process documents again. Uploads name the batch as `batchId`.",
  request: { body: { required: true, content: { "application/json": { schema: NewBatch } } } },
  responses: answers({
    201: { description: "The batch", schema: BatchWithReasons, headers: ["Location"] },
  }),
});

const list = createRoute({
  method: "get",
  path: "/batches",
  operationId: "listBatches",
  ...offers(listBatches),
  tags,
  summary: "List your batches, newest first. Owners and admins see all batches.",
  request: { query: z.object(paging) },
  responses: answers({ 200: { description: "A page of batches", schema: pageOf(BatchSummary) } }),
});

const get = createRoute({
  method: "get",
  path: "/batches/{id}",
  operationId: "getBatch",
  ...offers(getBatch),
  tags,
  summary: "Get a batch: its progress, its estimated end and the reasons of failures.",
  request: { params: ofBatch },
  responses: batch,
});

const documents = createRoute({
  method: "get",
  path: "/batches/{id}/documents",
  operationId: "listBatchDocuments",
  ...offers(listBatchDocuments),
  tags,
  summary: "List the documents of a batch in the order of their arrival.",
  request: {
    params: ofBatch,
    query: listBatchDocuments.input.omit({ id: true }).extend(paging),
  },
  responses: answers({
    200: { description: "A page of documents", schema: pageOf(BatchDocument) },
  }),
});

const report = createRoute({
  method: "get",
  path: "/batches/{id}/report.csv",
  operationId: "reportBatch",
  ...offers(reportBatch),
  tags,
  summary: "Download the outcome of each document as CSV.",
  request: { params: ofBatch },
  responses: answers({
    200: {
      description: "The report as CSV (RFC 4180, UTF-8)",
      content: { "text/csv": { schema: z.string() } },
    },
  }),
});

/** Many documents followed as one. */
export const batchRoutes = createRestApp();

batchRoutes.openapi(create, async (c) => {
  const given = c.req.valid("json");
  // A key that may not read learns so before anything is written.
  authorize(c.var.workspace.actor, "batch.read");
  const { id } = await createdBy(c.var.workspace, given);
  return reply(BatchWithReasons, await getBatch(c.var.workspace, { id }), {
    status: 201,
    headers: { location: `/api/v1/batches/${id}` },
  });
});

batchRoutes.openapi(list, async (c) =>
  reply(pageOf(BatchSummary), await listBatches(c.var.workspace, c.req.valid("query"))),
);

batchRoutes.openapi(get, async (c) =>
  reply(BatchWithReasons, await getBatch(c.var.workspace, c.req.valid("param"))),
);

batchRoutes.openapi(documents, async (c) =>
  reply(
    pageOf(BatchDocument),
    await listBatchDocuments(c.var.workspace, { ...c.req.valid("query"), ...c.req.valid("param") }),
  ),
);

batchRoutes.openapi(report, async (c) => {
  const { csv, fileName } = await reportBatch(c.var.workspace, c.req.valid("param"));
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="${fileName}"`,
    },
  });
});

const verbs = [
  [
    "pauseBatch",
    "pause",
    "Pause a batch. Documents that have not started wait until the batch is resumed.",
    pauseBatch,
  ],
  ["resumeBatch", "resume", "Resume a paused batch.", resumeBatch],
  ["cancelBatch", "cancel", "Cancel a batch. Waiting and running documents stop.", cancelBatch],
  ["retryFailed", "retry-failed", "Retry the failed documents of a batch.", retryFailed],
] as const;

for (const [operationId, verb, summary, act] of verbs) {
  const route = createRoute({
    method: "post",
    path: `/batches/{id}/${verb}`,
    operationId,
    ...offers(act),
    tags,
    summary,
    request: { params: ofBatch },
    responses: batch,
  });
  batchRoutes.openapi(route, async (c) => {
    const { id } = await getBatch(c.var.workspace, c.req.valid("param"));
    await act(c.var.workspace, { id });
    return reply(BatchWithReasons, await getBatch(c.var.workspace, { id }));
  });
}

function createdBy(ctx: Caller, given: z.output<typeof NewBatch>) {
  if (given.kind === "upload") return createUploadBatch(ctx, given);
  const { kind: _kind, ...wanted } = given;
  return createReprocessBatch(ctx, wanted);
}
