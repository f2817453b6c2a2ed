import { getDocument } from "@besunny/core/documents/get-document";
import { unauthenticated } from "@besunny/core/errors";
import { createRoute, z } from "@hono/zod-openapi";

import { createRequestContext } from "../create-request-context";
import { followDocument } from "../live/follow-document";
import { sse } from "../live/sse";
import type { ApiTools, App } from "../request-context";
import { answers, createRestApp, type RestApp } from "./contract";
import { ofDocument } from "./documents";
import { DocumentShape, Stage } from "./shapes";
import { Events, wholeNumber } from "./wire";

const seq = wholeNumber({ least: 0, most: Number.MAX_SAFE_INTEGER });

const Message = z
  .discriminatedUnion("type", [
    z.object({
      type: z.literal("snapshot"),
      seq: z.number(),
      document: DocumentShape,
      stages: z.array(Stage),
    }),
    z.object({ type: z.literal("document"), seq: z.number(), document: DocumentShape }),
    z.object({ type: z.literal("stage"), seq: z.number(), stage: Stage }),
  ])
  .openapi("DocumentMessage");

const events = createRoute({
  method: "get",
  path: "/documents/{id}/events",
  operationId: "followDocument",
  tags: ["Documents"],
  summary:
    "What happens to it, as it happens (text/event-stream); Last-Event-ID or ?after= resumes",
  request: {
    params: ofDocument,
    query: z.object({ after: seq.optional() }),
    headers: z.object({ "last-event-id": seq.optional() }),
  },
  responses: answers({
    200: {
      description: "Events whose `data` is a DocumentMessage and whose `id` is its `seq`",
      content: { "text/event-stream": { schema: Events } },
    },
  }),
});

export function eventRoutes(tools: ApiTools, app: App): RestApp {
  const routes = createRestApp();

  routes.openAPIRegistry.register("DocumentMessage", Message);
  routes.openapi(events, async (c) => {
    const { id } = c.req.valid("param");
    const after = c.req.valid("header")["last-event-id"] ?? c.req.valid("query").after;
    // Before the stream begins, so that what may not be seen is a 404 and no broken stream.
    await getDocument(c.var.workspace, { id });

    return sse(
      c.var.signal,
      async function* (signal) {
        for await (const message of followDocument(c.var.workspace, { id, after }, signal))
          yield { event: message.type, id: String(message.seq), data: Message.parse(message) };
      },
      { onPing: () => mustStillSee(c.req.raw.headers, id) },
    );
  });

  return routes;

  /** A stream outlives what allowed it: a revoked session or key, or a document that was closed, ends it. */
  async function mustStillSee(headers: Headers, id: string): Promise<void> {
    const ctx = await createRequestContext(tools, app, headers).workspace();
    await getDocument(ctx ?? unauthenticated(), { id });
  }
}
