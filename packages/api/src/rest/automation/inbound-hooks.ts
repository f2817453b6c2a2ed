import { pageOf } from "@besunny/core/shapes";
import { InboundDelivery, InboundHook, WithAddress } from "@besunny/core/webhooks/contract/inbound";
import { createInboundHook } from "@besunny/core/webhooks/inbound/create-inbound-hook";
import { getInboundHook } from "@besunny/core/webhooks/inbound/get-inbound-hook";
import { listInboundDeliveries } from "@besunny/core/webhooks/inbound/list-inbound-deliveries";
import { listInboundHooks } from "@besunny/core/webhooks/inbound/list-inbound-hooks";
import { removeInboundHook } from "@besunny/core/webhooks/inbound/remove-inbound-hook";
import { rotateInboundHook } from "@besunny/core/webhooks/inbound/rotate-inbound-hook";
import { turnInboundHook } from "@besunny/core/webhooks/inbound/turn-inbound-hook";
import { createRoute, z } from "@hono/zod-openapi";

import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";
import { paging } from "../wire";

const tags = ["Webhooks"];
const params = z.object({ id: getInboundHook.input.shape.id });
const body = <Shape extends z.ZodType>(schema: Shape) => ({
  required: true,
  content: { "application/json": { schema } },
});
const once = { "cache-control": "no-store" };

const list = createRoute({
  method: "get",
  path: "/inbound-hooks",
  operationId: "listInboundHooks",
  ...offers(listInboundHooks),
  tags,
  summary: "List the addresses at which others send messages to the workspace.",
  responses: answers({ 200: { description: "The addresses", schema: listInboundHooks.output } }),
});

const create = createRoute({
  method: "post",
  path: "/inbound-hooks",
  operationId: "createInboundHook",
  ...offers(createInboundHook),
  tags,
  summary:
    "Make an address that takes documents or starts automations, with your rights. Its path and secret are returned this one time.",
  request: { body: body(z.strictObject(createInboundHook.input.shape)) },
  responses: answers({ 201: { description: "The address", schema: WithAddress } }),
});

const get = createRoute({
  method: "get",
  path: "/inbound-hooks/{id}",
  operationId: "getInboundHook",
  ...offers(getInboundHook),
  tags,
  summary: "Get an address that takes messages.",
  request: { params },
  responses: answers({ 200: { description: "The address", schema: InboundHook } }),
});

const remove = createRoute({
  method: "delete",
  path: "/inbound-hooks/{id}",
  operationId: "removeInboundHook",
  ...offers(removeInboundHook),
  tags,
  summary: "Remove an address with its log. Documents that came by it stay.",
  request: { params },
  responses: answers({ 204: { description: "The address is removed" } }),
});

const turn = createRoute({
  method: "put",
  path: "/inbound-hooks/{id}/state",
  operationId: "turnInboundHook",
  ...offers(turnInboundHook),
  tags,
  summary: "Turn an address off, or on again.",
  request: { params, body: body(z.strictObject({ isOn: z.boolean() })) },
  responses: answers({ 204: { description: "The state is kept" } }),
});

const rotate = createRoute({
  method: "post",
  path: "/inbound-hooks/{id}/secret",
  operationId: "rotateInboundHook",
  ...offers(rotateInboundHook),
  tags,
  summary: "Rotate the secret of a signed address. One that is not signed gets another path.",
  request: { params, body: body(z.strictObject({ hours: rotateInboundHook.input.shape.hours })) },
  responses: answers({ 200: { description: "The address", schema: WithAddress } }),
});

const deliveries = createRoute({
  method: "get",
  path: "/inbound-hooks/{id}/deliveries",
  operationId: "listInboundDeliveries",
  ...offers(listInboundDeliveries),
  tags,
  summary: "List the messages that came to an address, the newest first.",
  request: { params, query: z.object(paging) },
  responses: answers({
    200: { description: "A page of deliveries", schema: pageOf(InboundDelivery) },
  }),
});

export const inboundHookRoutes = createRestApp();

inboundHookRoutes.openapi(list, async (c) =>
  reply(listInboundHooks.output, await listInboundHooks(c.var.workspace, {})),
);
inboundHookRoutes.openapi(create, async (c) => {
  const made = await createInboundHook(c.var.workspace, c.req.valid("json"));
  return reply(WithAddress, made, { status: 201, headers: once });
});
inboundHookRoutes.openapi(get, async (c) =>
  reply(InboundHook, await getInboundHook(c.var.workspace, c.req.valid("param"))),
);
inboundHookRoutes.openapi(remove, async (c) => {
  await removeInboundHook(c.var.workspace, c.req.valid("param"));
  return new Response(null, { status: 204 });
});
inboundHookRoutes.openapi(turn, async (c) => {
  await turnInboundHook(c.var.workspace, { ...c.req.valid("param"), ...c.req.valid("json") });
  return new Response(null, { status: 204 });
});
inboundHookRoutes.openapi(rotate, async (c) => {
  const given = { ...c.req.valid("param"), ...c.req.valid("json") };
  return reply(WithAddress, await rotateInboundHook(c.var.workspace, given), { headers: once });
});
inboundHookRoutes.openapi(deliveries, async (c) => {
  const given = { ...c.req.valid("param"), ...c.req.valid("query") };
  return reply(pageOf(InboundDelivery), await listInboundDeliveries(c.var.workspace, given));
});
