import { listDuplicates } from "@besunny/core/search/likeness/list-duplicates";
import { listSimilar } from "@besunny/core/search/likeness/list-similar";
import { createRoute } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "../contract";
import { ofDocument } from "../documents";
import { offers } from "../offers";

const tags = ["Search and answers"];

const duplicates = createRoute({
  method: "get",
  path: "/documents/{id}/duplicates",
  operationId: "listDuplicates",
  ...offers(listDuplicates),
  tags,
  summary: "List documents with the same or nearly the same text, and the figures that differ.",
  request: { params: ofDocument },
  responses: answers({ 200: { description: "The documents", schema: listDuplicates.output } }),
});

const similar = createRoute({
  method: "get",
  path: "/documents/{id}/similar",
  operationId: "listSimilar",
  ...offers(listSimilar),
  tags,
  summary: "List documents about the same things, the likest first.",
  request: { params: ofDocument },
  responses: answers({ 200: { description: "The documents", schema: listSimilar.output } }),
});

export const likenessRoutes = createRestApp();

likenessRoutes.openapi(duplicates, async (c) =>
  reply(listDuplicates.output, await listDuplicates(c.var.workspace, c.req.valid("param"))),
);

likenessRoutes.openapi(similar, async (c) =>
  reply(listSimilar.output, await listSimilar(c.var.workspace, c.req.valid("param"), c.var.signal)),
);
