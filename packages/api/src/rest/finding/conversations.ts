import { Scope } from "@besunny/core/answers/contract/question";
import { askInConversation } from "@besunny/core/conversations/ask-in-conversation";
import { changeConversation } from "@besunny/core/conversations/change-conversation";
import {
  Conversation,
  ConversationDetail,
  Rating,
} from "@besunny/core/conversations/contract/conversation";
import { deleteConversation } from "@besunny/core/conversations/delete-conversation";
import { getConversation } from "@besunny/core/conversations/get-conversation";
import { listConversations } from "@besunny/core/conversations/list-conversations";
import { rateAnswer } from "@besunny/core/conversations/rate-answer";
import { startConversation } from "@besunny/core/conversations/start-conversation";
import { pageOf } from "@besunny/core/shapes";
import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";
import { Events, paging } from "../wire";
import { Answer, replyWithAnswer } from "./answering";

const tags = ["Conversations"];
const ofConversation = z.object({ id: getConversation.input.shape.id });
const ofTurn = ofConversation.extend({ turnId: rateAnswer.input.shape.turnId });
const scope = Scope.strict();
const json = (schema: z.ZodType) => ({
  required: true,
  content: { "application/json": { schema } },
});

const list = createRoute({
  method: "get",
  path: "/conversations",
  operationId: "listConversations",
  ...offers(listConversations),
  tags,
  summary:
    "List your conversations, the last used first. With `of=others`, those that others share with the workspace.",
  request: { query: listConversations.input.extend(paging) },
  responses: answers({
    200: { description: "A page of conversations", schema: pageOf(Conversation) },
  }),
});

const Start = startConversation.input.extend({ scope: scope.default({}) }).strict();
const start = createRoute({
  method: "post",
  path: "/conversations",
  operationId: "startConversation",
  ...offers(startConversation),
  tags,
  summary: "Start a conversation. Nobody else sees it until you share it.",
  request: { body: json(Start) },
  responses: answers({ 201: { description: "The conversation", schema: Conversation } }),
});

const get = createRoute({
  method: "get",
  path: "/conversations/{id}",
  operationId: "getConversation",
  ...offers(getConversation),
  tags,
  summary:
    "Get a conversation with its turns. An answer from a document that you may not see is hidden.",
  request: { params: ofConversation },
  responses: answers({ 200: { description: "The conversation", schema: ConversationDetail } }),
});

const Change = changeConversation.input
  .omit({ id: true })
  .extend({ scope: scope.optional() })
  .strict();
const change = createRoute({
  method: "patch",
  path: "/conversations/{id}",
  operationId: "changeConversation",
  ...offers(changeConversation),
  tags,
  summary: "Rename a conversation, change the documents it asks, or share it with the workspace.",
  request: { params: ofConversation, body: json(Change) },
  responses: answers({ 200: { description: "The conversation", schema: Conversation } }),
});

const remove = createRoute({
  method: "delete",
  path: "/conversations/{id}",
  operationId: "deleteConversation",
  ...offers(deleteConversation),
  tags,
  summary: "Delete a conversation for good, with its questions, answers and ratings.",
  request: { params: ofConversation },
  responses: answers({ 204: { description: "The conversation is deleted" } }),
});

const Ask = askInConversation.input
  .omit({ id: true })
  .extend({ stream: z.boolean().default(false) })
  .strict();
const TurnAnswer = Answer.extend({ turnId: z.string() }).meta({ id: "TurnAnswer" });
const ask = createRoute({
  method: "post",
  path: "/conversations/{id}/questions",
  operationId: "askInConversation",
  ...offers(askInConversation),
  tags,
  summary:
    "Ask a question in a conversation. With `insteadOf`, it becomes another version of that turn. It can be streamed as `/ask` can.",
  request: { params: ofConversation, body: json(Ask) },
  responses: answers({
    200: {
      description: "The answer. A stream sends `asked`, `text` events, then `done` or `error`.",
      content: {
        "application/json": { schema: TurnAnswer },
        "text/event-stream": { schema: Events },
      },
    },
  }),
});

const Rate = rateAnswer.input.omit({ id: true, turnId: true }).strict();
const rate = createRoute({
  method: "put",
  path: "/conversations/{id}/questions/{turnId}/rating",
  operationId: "rateAnswer",
  ...offers(rateAnswer),
  tags,
  summary: "Say whether an answer helped, with reasons. With `isHelpful: null`, take it back.",
  request: { params: ofTurn, body: json(Rate) },
  responses: answers({
    200: { description: "The rating", schema: z.object({ rating: Rating.nullable() }) },
  }),
});

/** Threads of questions and answers. */
export const conversationRoutes = createRestApp();

conversationRoutes.openapi(list, async (c) =>
  reply(pageOf(Conversation), await listConversations(c.var.workspace, c.req.valid("query"))),
);

conversationRoutes.openapi(start, async (c) =>
  reply(Conversation, await startConversation(c.var.workspace, Start.parse(c.req.valid("json"))), {
    status: 201,
  }),
);

conversationRoutes.openapi(get, async (c) =>
  reply(ConversationDetail, await getConversation(c.var.workspace, c.req.valid("param"))),
);

conversationRoutes.openapi(change, async (c) =>
  reply(
    Conversation,
    await changeConversation(c.var.workspace, {
      ...Change.parse(c.req.valid("json")),
      ...c.req.valid("param"),
    }),
  ),
);

conversationRoutes.openapi(remove, async (c) => {
  await deleteConversation(c.var.workspace, c.req.valid("param"));
  return new Response(null, { status: 204 });
});

conversationRoutes.openapi(ask, (c) => {
  const { stream, ...asked } = Ask.parse(c.req.valid("json"));
  const { id } = c.req.valid("param");
  return replyWithAnswer(c, { stream, schema: TurnAnswer }, (workspace, signal) =>
    askInConversation(workspace, { id, ...asked }, signal),
  );
});

conversationRoutes.openapi(rate, async (c) =>
  reply(
    z.object({ rating: Rating.nullable() }),
    await rateAnswer(c.var.workspace, {
      ...Rate.parse(c.req.valid("json")),
      ...c.req.valid("param"),
    }),
  ),
);
