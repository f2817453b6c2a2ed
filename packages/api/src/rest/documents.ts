import { DocumentSummary } from "@besunny/core/documents/contract/document-summary";
import { ListedDocument } from "@besunny/core/documents/contract/listed-document";
import { correctType } from "@besunny/core/documents/correct-type";
import { getDocument } from "@besunny/core/documents/get-document";
import { listDocuments } from "@besunny/core/documents/list-documents";
import { renameDocument } from "@besunny/core/documents/rename-document";
import { restoreDocuments } from "@besunny/core/documents/restore-documents";
import { trashDocuments } from "@besunny/core/documents/trash-documents";
import { conflict } from "@besunny/core/errors";
import { documentId } from "@besunny/core/ids";
import { cancelDocuments } from "@besunny/core/processing/cancel-documents";
import { retryDocuments } from "@besunny/core/processing/retry-documents";
import { unlockDocument } from "@besunny/core/processing/unlock-document";
import { pageOf } from "@besunny/core/shapes";
import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "./contract";
import { offers } from "./offers";
import { paging, when, yesOrNo } from "./wire";

const tags = ["Documents"];
export const ofDocument = z.object({ id: documentId });
const document = answers({ 200: { description: "The document", schema: DocumentSummary } });
const accepted = answers({
  202: { description: "The processing has started again", schema: DocumentSummary },
});

/** One of the types that `GET /types` lists. */
export const TypeName = z.string().max(60).openapi("TypeName", { example: "invoice" });

const Password = z.strictObject({
  // Core's schemas are made without knowing of OpenAPI; a copy made here does.
  password: unlockDocument.input.shape.password.clone().openapi({ format: "password" }),
});

const list = createRoute({
  method: "get",
  path: "/documents",
  operationId: "listDocuments",
  ...offers(listDocuments),
  tags,
  summary: "List documents, newest first. The list contains summaries without text.",
  request: {
    query: listDocuments.input.extend({
      ...paging,
      from: when.optional(),
      to: when.optional(),
      trashed: yesOrNo.optional(),
      personal: yesOrNo.optional(),
    }),
  },
  responses: answers({
    200: { description: "A page of documents", schema: pageOf(ListedDocument) },
  }),
});

const get = createRoute({
  method: "get",
  path: "/documents/{id}",
  operationId: "getDocument",
  ...offers(getDocument),
  tags,
  summary: "Get a document.",
  request: { params: ofDocument },
  responses: document,
});

const change = createRoute({
  method: "patch",
  path: "/documents/{id}",
  operationId: "changeDocument",
  ...offers(renameDocument, correctType),
  tags,
  summary: "Rename a document or correct its type. Null means that no type fits.",
  request: {
    params: ofDocument,
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z
            .strictObject({
              title: renameDocument.input.shape.title.optional(),
              type: TypeName.nullable().optional(),
            })
            .refine((given) => Object.keys(given).length > 0, "Give a title or a type")
            .openapi({ minProperties: 1 }),
        },
      },
    },
  },
  responses: document,
});

const trash = createRoute({
  method: "delete",
  path: "/documents/{id}",
  operationId: "trashDocument",
  ...offers(trashDocuments),
  tags,
  summary: "Move a document and its attachments to the trash.",
  request: { params: ofDocument },
  responses: document,
});

const restore = createRoute({
  method: "post",
  path: "/documents/{id}/restore",
  operationId: "restoreDocument",
  ...offers(restoreDocuments),
  tags,
  summary: "Restore a document from the trash.",
  request: { params: ofDocument },
  responses: document,
});

const reprocess = createRoute({
  method: "post",
  path: "/documents/{id}/reprocess",
  operationId: "reprocessDocument",
  ...offers(retryDocuments),
  tags,
  summary: "Process a document again from the start.",
  request: { params: ofDocument },
  responses: accepted,
});

const unlock = createRoute({
  method: "post",
  path: "/documents/{id}/unlock",
  operationId: "unlockDocument",
  ...offers(unlockDocument),
  tags,
  summary:
    "Unlock a protected document with its password and process it. The password is not stored.",
  request: {
    params: ofDocument,
    body: {
      required: true,
      content: {
        "application/json": { schema: Password },
      },
    },
  },
  responses: accepted,
});

const cancel = createRoute({
  method: "post",
  path: "/documents/{id}/cancel",
  operationId: "cancelDocument",
  ...offers(cancelDocuments),
  tags,
  summary: "Cancel the processing of a document.",
  request: { params: ofDocument },
  responses: document,
});

/** The library: what there is, and what can be done with one of them. Each asks first whether the document may be seen. */
export const documentRoutes = createRestApp();

documentRoutes.openapi(list, async (c) =>
  reply(pageOf(ListedDocument), await listDocuments(c.var.workspace, c.req.valid("query"))),
);

documentRoutes.openapi(get, async (c) =>
  reply(DocumentSummary, await getDocument(c.var.workspace, c.req.valid("param"))),
);

documentRoutes.openapi(change, async (c) => {
  // A key that may not read learns so before anything is written.
  const { id } = await getDocument(c.var.workspace, c.req.valid("param"));
  const { title, type } = c.req.valid("json");
  if (title !== undefined) await renameDocument(c.var.workspace, { id, title });
  if (type !== undefined) await correctType(c.var.workspace, { id, type, place: "api" });
  return reply(DocumentSummary, await getDocument(c.var.workspace, { id }));
});

documentRoutes.openapi(trash, async (c) => {
  const { id } = await getDocument(c.var.workspace, c.req.valid("param"));
  await trashDocuments(c.var.workspace, { ids: [id] });
  return reply(DocumentSummary, await getDocument(c.var.workspace, { id }));
});

documentRoutes.openapi(restore, async (c) => {
  const { id } = await getDocument(c.var.workspace, c.req.valid("param"));
  await restoreDocuments(c.var.workspace, { ids: [id] });
  return reply(DocumentSummary, await getDocument(c.var.workspace, { id }));
});

documentRoutes.openapi(reprocess, async (c) => {
  const { id, trashedAt } = await getDocument(c.var.workspace, c.req.valid("param"));
  const { ids } = await retryDocuments(c.var.workspace, { ids: [id] });
  if (ids.length === 0)
    conflict(trashedAt ? "The document is in the trash" : "The document is being worked on");
  return reply(DocumentSummary, await getDocument(c.var.workspace, { id }), { status: 202 });
});

documentRoutes.openapi(unlock, async (c) => {
  const { id } = await getDocument(c.var.workspace, c.req.valid("param"));
  await unlockDocument(c.var.workspace, { id, ...c.req.valid("json") });
  return reply(DocumentSummary, await getDocument(c.var.workspace, { id }), { status: 202 });
});

documentRoutes.openapi(cancel, async (c) => {
  const { id } = await getDocument(c.var.workspace, c.req.valid("param"));
  const { ids } = await cancelDocuments(c.var.workspace, { ids: [id] });
  if (ids.length === 0) conflict("The document is not being worked on");
  return reply(DocumentSummary, await getDocument(c.var.workspace, { id }));
});
