import { cancelDocuments } from "@besunny/core/documents/cancel-documents";
import { correctType } from "@besunny/core/documents/correct-type";
import { documentId } from "@besunny/core/documents/document";
import { getDocument } from "@besunny/core/documents/get-document";
import { listDocuments } from "@besunny/core/documents/list-documents";
import { renameDocument } from "@besunny/core/documents/rename-document";
import { restoreDocuments } from "@besunny/core/documents/restore-documents";
import { retryDocuments } from "@besunny/core/documents/retry-documents";
import { trashDocuments } from "@besunny/core/documents/trash-documents";
import { unlockDocument } from "@besunny/core/documents/unlock-document";
import { conflict } from "@besunny/core/errors";
import { createRoute, z } from "@hono/zod-openapi";

import { answers, createRestApp, listOf, paging, reply } from "./contract";
import { DocumentShape } from "./shapes";

const tags = ["Documents"];
export const ofDocument = z.object({ id: documentId });
const document = answers({ 200: { description: "The document", schema: DocumentShape } });
const accepted = answers({ 202: { description: "It begins anew", schema: DocumentShape } });

const list = createRoute({
  method: "get",
  path: "/documents",
  tags,
  summary: "Documents, newest first; summaries, never their text",
  request: {
    query: listDocuments.input.extend({ ...paging, trashed: z.stringbool().optional() }),
  },
  responses: answers({ 200: { description: "A page", schema: listOf(DocumentShape) } }),
});

const get = createRoute({
  method: "get",
  path: "/documents/{id}",
  tags,
  summary: "One document",
  request: { params: ofDocument },
  responses: document,
});

const change = createRoute({
  method: "patch",
  path: "/documents/{id}",
  tags,
  summary: "Rename it, or correct its type; null says that none fits",
  request: {
    params: ofDocument,
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z
            .strictObject({
              title: renameDocument.input.shape.title.optional(),
              type: correctType.input.shape.type.optional(),
            })
            .refine((given) => Object.keys(given).length > 0, "Give a title or a type"),
        },
      },
    },
  },
  responses: document,
});

const trash = createRoute({
  method: "delete",
  path: "/documents/{id}",
  tags,
  summary: "To the trash, with its attachments",
  request: { params: ofDocument },
  responses: document,
});

const restore = createRoute({
  method: "post",
  path: "/documents/{id}/restore",
  tags,
  summary: "Back from the trash",
  request: { params: ofDocument },
  responses: document,
});

const reprocess = createRoute({
  method: "post",
  path: "/documents/{id}/reprocess",
  tags,
  summary: "Read and understand it again from the start",
  request: { params: ofDocument },
  responses: accepted,
});

const unlock = createRoute({
  method: "post",
  path: "/documents/{id}/unlock",
  tags,
  summary: "Open a protected document with its password and read it; the password is not kept",
  request: {
    params: ofDocument,
    body: {
      required: true,
      content: {
        "application/json": { schema: unlockDocument.input.pick({ password: true }) },
      },
    },
  },
  responses: accepted,
});

const cancel = createRoute({
  method: "post",
  path: "/documents/{id}/cancel",
  tags,
  summary: "Stop working on it",
  request: { params: ofDocument },
  responses: document,
});

/** The library: what there is, and what can be done with one of them. Each asks first whether the document may be seen. */
export const documentRoutes = createRestApp();

documentRoutes.openapi(list, async (c) =>
  reply(listOf(DocumentShape), await listDocuments(c.var.workspace, c.req.valid("query"))),
);

documentRoutes.openapi(get, async (c) =>
  reply(DocumentShape, await getDocument(c.var.workspace, c.req.valid("param"))),
);

documentRoutes.openapi(change, async (c) => {
  const { id } = c.req.valid("param");
  const { title, type } = c.req.valid("json");
  if (title !== undefined) await renameDocument(c.var.workspace, { id, title });
  if (type !== undefined) await correctType(c.var.workspace, { id, type });
  return reply(DocumentShape, await getDocument(c.var.workspace, { id }));
});

documentRoutes.openapi(trash, async (c) => {
  const { id } = await getDocument(c.var.workspace, c.req.valid("param"));
  await trashDocuments(c.var.workspace, { ids: [id] });
  return reply(DocumentShape, await getDocument(c.var.workspace, { id }));
});

documentRoutes.openapi(restore, async (c) => {
  const { id } = await getDocument(c.var.workspace, c.req.valid("param"));
  await restoreDocuments(c.var.workspace, { ids: [id] });
  return reply(DocumentShape, await getDocument(c.var.workspace, { id }));
});

documentRoutes.openapi(reprocess, async (c) => {
  const { id, trashedAt } = await getDocument(c.var.workspace, c.req.valid("param"));
  const { ids } = await retryDocuments(c.var.workspace, { ids: [id] });
  if (ids.length === 0)
    conflict(trashedAt ? "The document is in the trash" : "The document is being worked on");
  return reply(DocumentShape, await getDocument(c.var.workspace, { id }), { status: 202 });
});

documentRoutes.openapi(unlock, async (c) => {
  const { id } = await getDocument(c.var.workspace, c.req.valid("param"));
  await unlockDocument(c.var.workspace, { id, ...c.req.valid("json") });
  return reply(DocumentShape, await getDocument(c.var.workspace, { id }), { status: 202 });
});

documentRoutes.openapi(cancel, async (c) => {
  const { id } = await getDocument(c.var.workspace, c.req.valid("param"));
  const { ids } = await cancelDocuments(c.var.workspace, { ids: [id] });
  if (ids.length === 0) conflict("The document is not being worked on");
  return reply(DocumentShape, await getDocument(c.var.workspace, { id }));
});
