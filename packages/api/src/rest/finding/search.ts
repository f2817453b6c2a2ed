import { searchAndRecord } from "@besunny/core/analytics/search-and-record";
import { askQuestion } from "@besunny/core/answers/ask-question";
import { Turn } from "@besunny/core/answers/contract/question";
import { documentStatuses } from "@besunny/core/documents/contract/document-words";
import { SearchResult } from "@besunny/core/search/contract/search-result";
import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";
import { Events, limitOf, when, yesOrNo } from "../wire";
import { Answer, box, boxesOf, replyWithAnswer } from "./answering";

const tags = ["Search and answers"];
const { shape } = SearchResult;
const Hit = shape.items.element;

const Found = SearchResult.extend({
  items: z.array(
    Hit.extend({
      passage: Hit.shape.passage.omit({ number: true }).extend({ boxes: z.array(box) }),
    }),
  ),
}).meta({ id: "Found" });

const search = createRoute({
  method: "get",
  path: "/search",
  operationId: "searchPassages",
  ...offers(searchAndRecord),
  tags,
  summary: "Search passages by meaning and by words.",
  request: {
    query: searchAndRecord.input.extend({
      status: z.enum(documentStatuses).optional(),
      isPlain: yesOrNo.default(false).openapi({
        description: "True: `q` is plain words, whatever signs it holds",
        default: false,
      }),
      limit: limitOf({ most: 100, usual: 20 }),
      from: when.optional(),
      to: when.optional(),
    }),
  },
  responses: answers({ 200: { description: "Passages, best match first", schema: Found } }),
});

const ask = createRoute({
  method: "post",
  path: "/ask",
  operationId: "askQuestion",
  ...offers(askQuestion),
  tags,
  summary:
    "Ask a question and get an answer with citations. With `stream` or `Accept: text/event-stream`, the answer is streamed.",
  request: {
    body: {
      required: true,
      content: {
        "application/json": {
          schema: askQuestion.input
            .extend({
              history: z.array(Turn.strict()).max(10).default([]),
              scope: askQuestion.input.shape.scope.unwrap().strict().default({}),
              stream: z.boolean().default(false),
            })
            .strict(),
        },
      },
    },
  },
  responses: answers({
    200: {
      description: "The answer. A stream sends `text` events, then `done` or `error`.",
      content: {
        "application/json": { schema: Answer },
        "text/event-stream": { schema: Events },
      },
    },
  }),
});

export const searchRoutes = createRestApp();

searchRoutes.openapi(search, async (c) => {
  const found = await searchAndRecord(c.var.workspace, c.req.valid("query"), c.var.signal);
  const items = found.items.map(({ passage, ...item }) => ({
    ...item,
    passage: { ...passage, boxes: boxesOf(passage.at) },
  }));
  return reply(Found, { ...found, items });
});

searchRoutes.openapi(ask, (c) => {
  const { stream, ...question } = c.req.valid("json");
  return replyWithAnswer(c, { stream, schema: Answer }, (workspace, signal) =>
    askQuestion(workspace, question, signal),
  );
});
