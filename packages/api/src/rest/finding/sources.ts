import { listConnections } from "@besunny/core/connections/list-connections";
import { pageOf } from "@besunny/core/shapes";
import { SourceItemView } from "@besunny/core/sources/contract/source";
import { findOrigin } from "@besunny/core/sources/find-origin";
import { getItem } from "@besunny/core/sources/get-item";
import { getSource } from "@besunny/core/sources/get-source";
import { listItems } from "@besunny/core/sources/list-items";
import { listSources } from "@besunny/core/sources/list-sources";
import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";
import { paging } from "../wire";

const tags = ["Sources"];
const { id, state, reason, name } = listItems.input.shape;
/** Providers choose the ids of items: any text, escaped in the address. */
const itemId = getItem.input.shape.itemId.regex(/^[\s\S]+$/);

const connections = createRoute({
  method: "get",
  path: "/connections",
  operationId: "listConnections",
  ...offers(listConnections),
  tags,
  summary: "List the accounts that you have connected, and how they do.",
  responses: answers({
    200: { description: "The connections", schema: listConnections.output },
  }),
});

const list = createRoute({
  method: "get",
  path: "/sources",
  operationId: "listSources",
  ...offers(listSources),
  tags,
  summary: "List your sources with their counts.",
  request: { query: z.object({ connectionId: listSources.input.shape.connectionId }) },
  responses: answers({ 200: { description: "The sources", schema: listSources.output } }),
});

const get = createRoute({
  method: "get",
  path: "/sources/{id}",
  operationId: "getSource",
  ...offers(getSource),
  tags,
  summary: "Get a source with the report of its items by state and reason.",
  request: { params: z.object({ id }) },
  responses: answers({ 200: { description: "The source", schema: getSource.output } }),
});

const items = createRoute({
  method: "get",
  path: "/sources/{id}/items",
  operationId: "listSourceItems",
  ...offers(listItems),
  tags,
  summary: "List the items of a source by state and reason, the newest first.",
  request: { params: z.object({ id }), query: z.object({ ...paging, state, reason, name }) },
  responses: answers({
    200: { description: "A page of items", schema: pageOf(SourceItemView) },
  }),
});

const item = createRoute({
  method: "get",
  path: "/sources/{id}/items/{itemId}",
  operationId: "getSourceItem",
  ...offers(getItem),
  tags,
  summary: "Get an item of a source: where it is, and what became of it.",
  request: { params: z.object({ id, itemId }) },
  responses: answers({ 200: { description: "The item", schema: getItem.output } }),
});

const origin = createRoute({
  method: "get",
  path: "/documents/{id}/origin",
  operationId: "getDocumentOrigin",
  ...offers(findOrigin),
  tags,
  summary: "Get the source that a document came from; null where a person brought it.",
  request: { params: z.object({ id: findOrigin.input.shape.documentId }) },
  responses: answers({ 200: { description: "The origin", schema: findOrigin.output } }),
});

export const sourceRoutes = createRestApp();

sourceRoutes.openapi(connections, async (c) =>
  reply(listConnections.output, await listConnections(c.var.workspace, {})),
);
sourceRoutes.openapi(list, async (c) =>
  reply(listSources.output, await listSources(c.var.workspace, c.req.valid("query"))),
);
sourceRoutes.openapi(get, async (c) =>
  reply(getSource.output, await getSource(c.var.workspace, c.req.valid("param"))),
);
sourceRoutes.openapi(items, async (c) => {
  const given = { ...c.req.valid("param"), ...c.req.valid("query") };
  return reply(pageOf(SourceItemView), await listItems(c.var.workspace, given));
});
sourceRoutes.openapi(item, async (c) =>
  reply(getItem.output, await getItem(c.var.workspace, c.req.valid("param"))),
);
sourceRoutes.openapi(origin, async (c) => {
  const { id: documentId } = c.req.valid("param");
  return reply(findOrigin.output, await findOrigin(c.var.workspace, { documentId }));
});
