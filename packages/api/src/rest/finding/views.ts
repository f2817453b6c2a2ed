import { DocumentSummary } from "@besunny/core/documents/contract/document-summary";
import { viewId } from "@besunny/core/ids";
import { pageOf } from "@besunny/core/shapes";
import { changeView } from "@besunny/core/views/change-view";
import { View } from "@besunny/core/views/contract/view";
import { createView } from "@besunny/core/views/create-view";
import { getView } from "@besunny/core/views/get-view";
import { listNewDocuments } from "@besunny/core/views/list-new-documents";
import { listViews } from "@besunny/core/views/list-views";
import { removeView } from "@besunny/core/views/remove-view";
import { setViewHabits } from "@besunny/core/views/set-view-habits";
import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";
import { paging } from "../wire";

const tags = ["Views"];
const ofView = z.object({ id: viewId });
const view = answers({ 200: { description: "The view", schema: View } });
const Views = z.object({ items: z.array(View) });

const list = createRoute({
  method: "get",
  path: "/views",
  operationId: "listViews",
  ...offers(listViews),
  tags,
  summary: "List your saved views and those that others share, with the number of new documents.",
  responses: answers({ 200: { description: "The views", schema: Views } }),
});

const create = createRoute({
  method: "post",
  path: "/views",
  operationId: "createView",
  ...offers(createView),
  tags,
  summary: "Save a query under a name.",
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: createView.input.strict() } },
    },
  },
  responses: answers({ 201: { description: "The view", schema: View, headers: ["Location"] } }),
});

const get = createRoute({
  method: "get",
  path: "/views/{id}",
  operationId: "getView",
  ...offers(getView),
  tags,
  summary: "Get a saved view.",
  request: { params: ofView },
  responses: view,
});

const change = createRoute({
  method: "patch",
  path: "/views/{id}",
  operationId: "changeView",
  ...offers(changeView),
  tags,
  summary: "Rename, share or change a view of your own.",
  request: {
    params: ofView,
    body: {
      required: true,
      content: {
        "application/json": {
          schema: changeView.input
            .omit({ id: true })
            .strict()
            .refine((given) => Object.keys(given).length > 0, "Give a field to change")
            .openapi({ minProperties: 1 }),
        },
      },
    },
  },
  responses: view,
});

const habits = createRoute({
  method: "put",
  path: "/views/{id}/habits",
  operationId: "setViewHabits",
  ...offers(setViewHabits),
  tags,
  summary: "Pin a view, be alerted of its new documents, or say that you have seen them.",
  request: {
    params: ofView,
    body: {
      required: true,
      content: {
        "application/json": { schema: setViewHabits.input.omit({ id: true }).strict() },
      },
    },
  },
  responses: view,
});

const remove = createRoute({
  method: "delete",
  path: "/views/{id}",
  operationId: "removeView",
  ...offers(removeView),
  tags,
  summary: "Remove a view of your own. No document changes.",
  request: { params: ofView },
  responses: answers({ 204: { description: "The view is removed" } }),
});

const news = createRoute({
  method: "get",
  path: "/views/{id}/new-documents",
  operationId: "listNewDocuments",
  ...offers(listNewDocuments),
  tags,
  summary: "List the documents of a view that became ready since you last looked, newest first.",
  request: { params: ofView, query: z.object(paging) },
  responses: answers({
    200: { description: "A page of documents", schema: pageOf(DocumentSummary) },
  }),
});

export const viewRoutes = createRestApp();

viewRoutes.openapi(list, async (c) => reply(Views, await listViews(c.var.workspace, {})));

viewRoutes.openapi(create, async (c) => {
  const made = await createView(c.var.workspace, c.req.valid("json"));
  return reply(View, made, { status: 201, headers: { Location: `/api/v1/views/${made.id}` } });
});

viewRoutes.openapi(get, async (c) =>
  reply(View, await getView(c.var.workspace, c.req.valid("param"))),
);

viewRoutes.openapi(change, async (c) =>
  reply(
    View,
    await changeView(c.var.workspace, { ...c.req.valid("param"), ...c.req.valid("json") }),
  ),
);

viewRoutes.openapi(habits, async (c) =>
  reply(
    View,
    await setViewHabits(c.var.workspace, { ...c.req.valid("param"), ...c.req.valid("json") }),
  ),
);

viewRoutes.openapi(remove, async (c) => {
  await removeView(c.var.workspace, c.req.valid("param"));
  return new Response(null, { status: 204 });
});

viewRoutes.openapi(news, async (c) =>
  reply(
    pageOf(DocumentSummary),
    await listNewDocuments(c.var.workspace, { ...c.req.valid("param"), ...c.req.valid("query") }),
  ),
);
