import { askQuestion } from "@besunny/core/answers/ask-question";
import { AnswerItem, Citation } from "@besunny/core/answers/contract/answer";
import { documentStatuses } from "@besunny/core/documents/contract/document";
import { AppError } from "@besunny/core/errors";
import { SearchResult } from "@besunny/core/search/contract/search-result";
import { findPassages } from "@besunny/core/search/find-passages";
import type { Locator } from "@besunny/core/understanding/contract/statements";
import { createRoute, z } from "@hono/zod-openapi";
import { sse } from "../live/sse";
import { whileAllowed } from "../live/while-allowed";
import { answers, createRestApp, reply } from "./contract";
import { offers } from "./offers";
import { problemBody } from "./problem";
import { Events, limitOf, when } from "./wire";

const tags = ["Search and answers"];
const _span = z.tuple([z.number(), z.number()]);
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
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
  ...offers(findPassages),
  tags,
  summary: "Search passages by meaning and by words.",
  request: {
    query: findPassages.input.extend({
      status: z.enum(documentStatuses).optional(),
      limit: limitOf({ most: 100, usual: 20 }),
      from: when.optional(),
      to: when.optional(),
    }),
  },
  responses: answers({ 200: { description: "Passages, best match first", schema: Found } }),
});

const Done = AnswerItem.options[1];
const Ended = Done.pick({ found: true, producedBy: true }).extend({
  citations: z.array(Citation.omit({ isProven: true }).extend({ boxes: z.array(box) })),
});
const Answer = Ended.extend({ answer: z.string() }).meta({ id: "Answer" });

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
  const found = await findPassages(c.var.workspace, c.req.valid("query"), c.var.signal);
  const items = found.items.map(({ passage, ...item }) => ({
    ...item,
    passage: { ...passage, boxes: boxesOf(passage.at) },
  }));
  return reply(Found, { ...found, items });
});

searchRoutes.openapi(ask, async (c) => {
  const { stream, ...question } = c.req.valid("json");
  const wantsStream = stream || c.req.header("accept")?.includes("text/event-stream");
  const { traceId, log, workspaceNow, changes } = c.var.request;
  const answered = (signal: AbortSignal) =>
    whileAllowed({ authenticate: workspaceNow, changes, signal }, (workspace, ending) =>
      askQuestion(workspace, question, ending),
    );

  if (!wantsStream) {
    let answer = "";
    for await (const event of answered(c.var.signal)) {
      if (event.kind === "text") answer += event.text;
      else return reply(Answer, { answer, ...endedOf(event) });
    }
    throw new AppError("PROVIDER_UNAVAILABLE", "The answer broke off", { hint: "Ask again." });
  }

  return sse(c.var.signal, async function* (signal) {
    try {
      for await (const event of answered(signal))
        yield event.kind === "text"
          ? { event: "text", data: { text: event.text } }
          : { event: "done", data: Ended.parse(endedOf(event)) };
    } catch (error) {
      log.warn({ error, traceId }, "an answer broke off");
      yield { event: "error", data: problemBody(error, traceId) };
    }
  });
});

function endedOf({ found, citations, producedBy }: z.infer<typeof Done>) {
  return {
    found,
    producedBy,
    citations: citations.map((citation) => ({ ...citation, boxes: boxesOf(citation.at) })),
  };
}

/** Boxes where the format has pages to draw them on; elsewhere `at` says the block, the cells or the slide. */
function boxesOf(at: Locator) {
  return "boxes" in at ? at.boxes : [];
}
