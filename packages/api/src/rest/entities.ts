import { Entity, EntityDetail, EntityDocument } from "@besunny/core/entities/contract/entity";
import { getEntity } from "@besunny/core/entities/get-entity";
import { listEntities } from "@besunny/core/entities/list-entities";
import { listEntityDocuments } from "@besunny/core/entities/list-entity-documents";
import { mergeEntities } from "@besunny/core/entities/merge-entities";
import { splitEntity } from "@besunny/core/entities/split-entity";
import { pageOf } from "@besunny/core/shapes";
import { createRoute } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "./contract";
import { offers } from "./offers";
import { limitOf, paging } from "./wire";

const tags = ["Entities"];
const ofEntity = getEntity.input;
const entity = answers({ 200: { description: "The entity", schema: Entity } });

const list = createRoute({
  method: "get",
  path: "/entities",
  operationId: "listEntities",
  ...offers(listEntities),
  tags,
  summary:
    "List the people, organisations and places of your documents, those of most documents first.",
  request: { query: listEntities.input.extend(paging) },
  responses: answers({
    200: { description: "A page of entities", schema: listEntities.output },
  }),
});

const get = createRoute({
  method: "get",
  path: "/entities/{id}",
  operationId: "getEntity",
  ...offers(getEntity),
  tags,
  summary: "Get an entity: the forms of its name, what was merged into it, and related entities.",
  request: { params: ofEntity },
  responses: answers({ 200: { description: "The entity", schema: EntityDetail } }),
});

const documents = createRoute({
  method: "get",
  path: "/entities/{id}/documents",
  operationId: "listEntityDocuments",
  ...offers(listEntityDocuments),
  tags,
  summary: "List the documents that name an entity, newest first, with the quotes that do.",
  request: {
    params: ofEntity,
    query: listEntityDocuments.input
      .omit({ id: true })
      .extend({ ...paging, limit: limitOf({ most: 100, usual: 20 }) }),
  },
  responses: answers({
    200: { description: "A page of documents", schema: pageOf(EntityDocument) },
  }),
});

const merge = createRoute({
  method: "post",
  path: "/entities/{id}/merge",
  operationId: "mergeEntities",
  ...offers(mergeEntities),
  tags,
  summary: "Merge an entity into another one of its kind. Both count as one from now on.",
  request: {
    params: ofEntity,
    body: {
      required: true,
      content: { "application/json": { schema: mergeEntities.input.omit({ id: true }).strict() } },
    },
  },
  responses: entity,
});

const split = createRoute({
  method: "post",
  path: "/entities/{id}/split",
  operationId: "splitEntity",
  ...offers(splitEntity),
  tags,
  summary: "Split an entity from the one that it was merged into.",
  request: { params: ofEntity },
  responses: entity,
});

/** People, organisations and places that documents name. */
export const entityRoutes = createRestApp();

entityRoutes.openapi(list, async (c) =>
  reply(listEntities.output, await listEntities(c.var.workspace, c.req.valid("query"))),
);

entityRoutes.openapi(get, async (c) =>
  reply(EntityDetail, await getEntity(c.var.workspace, c.req.valid("param"))),
);

entityRoutes.openapi(documents, async (c) =>
  reply(
    pageOf(EntityDocument),
    await listEntityDocuments(c.var.workspace, {
      ...c.req.valid("query"),
      ...c.req.valid("param"),
    }),
  ),
);

entityRoutes.openapi(merge, async (c) =>
  reply(
    Entity,
    await mergeEntities(c.var.workspace, { ...c.req.valid("json"), ...c.req.valid("param") }),
  ),
);

entityRoutes.openapi(split, async (c) =>
  reply(Entity, await splitEntity(c.var.workspace, c.req.valid("param"))),
);
