import { correctFact } from "@besunny/core/documents/facts/correct-fact";
import { withdrawFact } from "@besunny/core/documents/facts/withdraw-fact";
import { getDocument } from "@besunny/core/documents/get-document";
import type { Caller } from "@besunny/core/operation/caller";
import { Said } from "@besunny/core/understanding/contract/said-facts";
import { Fact } from "@besunny/core/understanding/contract/statements";
import { createRoute, z } from "@hono/zod-openapi";

import { answers, createRestApp, reply } from "../contract";
import { ofDocument } from "../documents";
import { offers } from "../offers";

const tags = ["Document content"];

const Facts = z.object({ items: z.array(Fact.extend({ said: Said.optional() })) });

const correct = createRoute({
  method: "post",
  path: "/documents/{id}/facts",
  operationId: "correctFact",
  ...offers(correctFact),
  tags,
  summary: "Correct, confirm, add or remove a fact. Processing the document again keeps it.",
  request: {
    params: ofDocument,
    body: {
      required: true,
      content: {
        "application/json": { schema: z.strictObject(correctFact.input.omit({ id: true }).shape) },
      },
    },
  },
  responses: answers({ 200: { description: "The facts that apply now", schema: Facts } }),
});

const withdraw = createRoute({
  method: "delete",
  path: "/documents/{id}/facts/{field}",
  operationId: "withdrawFact",
  ...offers(withdrawFact),
  tags,
  summary: "Take back the last correction of a fact.",
  request: { params: ofDocument.extend({ field: z.string().max(500) }) },
  responses: answers({ 200: { description: "The facts that apply now", schema: Facts } }),
});

export const factRoutes = createRestApp();

factRoutes.openapi(correct, async (c) => {
  const { id } = c.req.valid("param");
  await correctFact(c.var.workspace, { id, ...c.req.valid("json") });
  return reply(Facts, await factsOf(c.var.workspace, id));
});

factRoutes.openapi(withdraw, async (c) => {
  const { id, field } = c.req.valid("param");
  await withdrawFact(c.var.workspace, { id, field });
  return reply(Facts, await factsOf(c.var.workspace, id));
});

async function factsOf(caller: Caller, id: string) {
  const { result } = await getDocument(caller, { id });
  return { items: result?.facts ?? [] };
}
