import { pageOf } from "@besunny/core/shapes";
import { changeWebhook } from "@besunny/core/webhooks/change-webhook";
import { WebhookMessage } from "@besunny/core/webhooks/contract/message";
import { WebhookView, WithSecret } from "@besunny/core/webhooks/contract/webhook";
import { createWebhook } from "@besunny/core/webhooks/create-webhook";
import { getMessage } from "@besunny/core/webhooks/get-message";
import { getWebhook } from "@besunny/core/webhooks/get-webhook";
import { listMessages } from "@besunny/core/webhooks/list-messages";
import { listWebhooks } from "@besunny/core/webhooks/list-webhooks";
import { removeWebhook } from "@besunny/core/webhooks/remove-webhook";
import { replayFailed } from "@besunny/core/webhooks/replay-failed";
import { replayMessage } from "@besunny/core/webhooks/replay-message";
import { rotateSecret } from "@besunny/core/webhooks/rotate-secret";
import { testWebhook } from "@besunny/core/webhooks/test-webhook";
import { turnWebhook } from "@besunny/core/webhooks/turn-webhook";
import { createRoute, z } from "@hono/zod-openapi";

import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";
import { paging, when } from "../wire";

const tags = ["Webhooks"];
const { id } = getWebhook.input.shape;
const { messageId } = getMessage.input.shape;
const { id: _id, ...changes } = changeWebhook.input.shape;
const { state, event } = listMessages.input.shape;
const params = z.object({ id });
const ofMessage = z.object({ id, messageId });
const body = <Shape extends z.ZodType>(schema: Shape) => ({
  required: true,
  content: { "application/json": { schema } },
});
const once = { "cache-control": "no-store" };

const list = createRoute({
  method: "get",
  path: "/webhooks",
  operationId: "listWebhooks",
  ...offers(listWebhooks),
  tags,
  summary: "List the webhooks of the workspace.",
  responses: answers({ 200: { description: "The webhooks", schema: listWebhooks.output } }),
});

const create = createRoute({
  method: "post",
  path: "/webhooks",
  operationId: "createWebhook",
  ...offers(createWebhook),
  tags,
  summary:
    "Make a webhook, which gets these events from now on. Its secret is returned this one time.",
  request: { body: body(z.strictObject(createWebhook.input.shape)) },
  responses: answers({ 201: { description: "The webhook and its secret", schema: WithSecret } }),
});

const get = createRoute({
  method: "get",
  path: "/webhooks/{id}",
  operationId: "getWebhook",
  ...offers(getWebhook),
  tags,
  summary: "Get a webhook with its state and the counts of its messages.",
  request: { params },
  responses: answers({ 200: { description: "The webhook", schema: WebhookView } }),
});

const change = createRoute({
  method: "patch",
  path: "/webhooks/{id}",
  operationId: "changeWebhook",
  ...offers(changeWebhook),
  tags,
  summary: "Change a webhook. A field that is left out stays as it is.",
  request: { params, body: body(z.strictObject(changes)) },
  responses: answers({ 200: { description: "The webhook", schema: WebhookView } }),
});

const remove = createRoute({
  method: "delete",
  path: "/webhooks/{id}",
  operationId: "removeWebhook",
  ...offers(removeWebhook),
  tags,
  summary: "Remove a webhook with its log.",
  request: { params },
  responses: answers({ 204: { description: "The webhook is removed" } }),
});

const turn = createRoute({
  method: "put",
  path: "/webhooks/{id}/state",
  operationId: "turnWebhook",
  ...offers(turnWebhook),
  tags,
  summary: "Pause a webhook, or turn it on. Events from in between are sent then.",
  request: { params, body: body(z.strictObject({ isOn: z.boolean() })) },
  responses: answers({ 204: { description: "The state is kept" } }),
});

const rotate = createRoute({
  method: "post",
  path: "/webhooks/{id}/secret",
  operationId: "rotateWebhookSecret",
  ...offers(rotateSecret),
  tags,
  summary: "Rotate the secret of a webhook. For some hours the one before signs as well.",
  request: { params, body: body(z.strictObject({ hours: rotateSecret.input.shape.hours })) },
  responses: answers({ 200: { description: "The webhook and its secret", schema: WithSecret } }),
});

const test = createRoute({
  method: "post",
  path: "/webhooks/{id}/test",
  operationId: "testWebhook",
  ...offers(testWebhook),
  tags,
  summary: "Send a test message to a webhook, once.",
  request: { params },
  responses: answers({ 202: { description: "The message", schema: testWebhook.output } }),
});

const messages = createRoute({
  method: "get",
  path: "/webhooks/{id}/messages",
  operationId: "listWebhookMessages",
  ...offers(listMessages),
  tags,
  summary: "List the messages of a webhook with their last try, the newest first.",
  request: { params, query: z.object({ ...paging, state, event }) },
  responses: answers({
    200: { description: "A page of messages", schema: pageOf(WebhookMessage) },
  }),
});

const message = createRoute({
  method: "get",
  path: "/webhooks/{id}/messages/{messageId}",
  operationId: "getWebhookMessage",
  ...offers(getMessage),
  tags,
  summary: "Get a message of a webhook with its body and every try.",
  request: { params: ofMessage },
  responses: answers({ 200: { description: "The message", schema: getMessage.output } }),
});

const replay = createRoute({
  method: "post",
  path: "/webhooks/{id}/messages/{messageId}/replay",
  operationId: "replayWebhookMessage",
  ...offers(replayMessage),
  tags,
  summary: "Send a message again, with the same id and body.",
  request: { params: ofMessage },
  responses: answers({ 204: { description: "The message is sent again" } }),
});

const replayAll = createRoute({
  method: "post",
  path: "/webhooks/{id}/replay",
  operationId: "replayFailedWebhookMessages",
  ...offers(replayFailed),
  tags,
  summary: "Send all messages again that failed since a moment.",
  request: { params, body: body(z.strictObject({ since: when })) },
  responses: answers({
    200: { description: "The number of messages", schema: replayFailed.output },
  }),
});

export const webhookRoutes = createRestApp();
const done = () => new Response(null, { status: 204 });

webhookRoutes.openapi(list, async (c) =>
  reply(listWebhooks.output, await listWebhooks(c.var.workspace, {})),
);
webhookRoutes.openapi(create, async (c) => {
  const made = await createWebhook(c.var.workspace, c.req.valid("json"));
  return reply(WithSecret, made, { status: 201, headers: once });
});
webhookRoutes.openapi(get, async (c) =>
  reply(WebhookView, await getWebhook(c.var.workspace, c.req.valid("param"))),
);
webhookRoutes.openapi(change, async (c) => {
  const given = { ...c.req.valid("param"), ...c.req.valid("json") };
  return reply(WebhookView, await changeWebhook(c.var.workspace, given));
});
webhookRoutes.openapi(remove, async (c) => {
  await removeWebhook(c.var.workspace, c.req.valid("param"));
  return done();
});
webhookRoutes.openapi(turn, async (c) => {
  await turnWebhook(c.var.workspace, { ...c.req.valid("param"), ...c.req.valid("json") });
  return done();
});
webhookRoutes.openapi(rotate, async (c) => {
  const given = { ...c.req.valid("param"), ...c.req.valid("json") };
  return reply(WithSecret, await rotateSecret(c.var.workspace, given), { headers: once });
});
webhookRoutes.openapi(test, async (c) => {
  const made = await testWebhook(c.var.workspace, c.req.valid("param"));
  return reply(testWebhook.output, made, { status: 202 });
});
webhookRoutes.openapi(messages, async (c) => {
  const given = { ...c.req.valid("param"), ...c.req.valid("query") };
  return reply(pageOf(WebhookMessage), await listMessages(c.var.workspace, given));
});
webhookRoutes.openapi(message, async (c) =>
  reply(getMessage.output, await getMessage(c.var.workspace, c.req.valid("param"))),
);
webhookRoutes.openapi(replay, async (c) => {
  await replayMessage(c.var.workspace, c.req.valid("param"));
  return done();
});
webhookRoutes.openapi(replayAll, async (c) => {
  const given = { ...c.req.valid("param"), ...c.req.valid("json") };
  return reply(replayFailed.output, await replayFailed(c.var.workspace, given));
});
