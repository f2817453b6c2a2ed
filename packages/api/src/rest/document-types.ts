import { listTypes } from "@besunny/core/understanding/list-types";
import { createRoute } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "./contract";
import { offers } from "./offers";

const list = createRoute({
  method: "get",
  path: "/types",
  operationId: "listTypes",
  ...offers(listTypes),
  tags: ["Documents"],
  summary: "List the types that documents may have: the standard ones and those of the workspace.",
  responses: answers({ 200: { description: "The types", schema: listTypes.output } }),
});

export const typeRoutes = createRestApp();

typeRoutes.openapi(list, async (c) =>
  reply(listTypes.output, await listTypes(c.var.workspace, {})),
);
