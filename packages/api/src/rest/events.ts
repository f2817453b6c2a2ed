import { DocumentSummary } from "@besunny/core/documents/contract/document-summary";
import { getDocument } from "@besunny/core/documents/get-document";
import { watchDocuments } from "@besunny/core/documents/watch-documents";
import { Stage } from "@besunny/core/processing/contract";
import { createRoute, z } from "@hono/zod-openapi";
import { followDocument } from "../live/follow-document";
import { sse } from "../live/sse";
import { whileAllowed } from "../live/while-allowed";
import { answers, createRestApp, type RestApp } from "./contract";
import { ofDocument } from "./documents";
import { offers } from "./offers";
import { Events, wholeNumber } from "./wire";

const seq = wholeNumber({ least: 0, most: Number.MAX_SAFE_INTEGER });

const Message = z
  .discriminatedUnion("type", [
    z.object({
      type: z.literal("snapshot"),
      seq: z.number(),
      document: DocumentSummary,
      stages: z.array(Stage),
    }),
    z.object({ type: z.literal("document"), seq: z.number(), document: DocumentSummary }),
    z.object({ type: z.literal("stage"), seq: z.number(), stage: Stage }),
  ])
  .meta({ id: "DocumentMessage" });

const events = createRoute({
  method: "get",
  path: "/documents/{id}/events",
  operationId: "followDocument",
  ...offers(watchDocuments),
  tags: ["Documents"],
  summary:
    "Stream the changes of a document as server-sent events. `Last-Event-ID` or `after` resumes the stream.",
  request: {
    params: ofDocument,
    query: z.object({ after: seq.optional() }),
    headers: z.object({ "last-event-id": seq.optional() }),
  },
  responses: answers({
    200: {
      description: "Events. `data` is a DocumentMessage, and `id` is its `seq`.",
      content: { "text/event-stream": { schema: Events } },
    },
  }),
});

/** Ends by itself, so that a reader connects again, when what its reader may do has changed, or the document may no longer be seen. */
export function eventRoutes(): RestApp {
  const routes = createRestApp();

  routes.openAPIRegistry.register("DocumentMessage", Message);
  routes.openapi(events, async (c) => {
    const { id } = c.req.valid("param");
    const after = c.req.valid("header")["last-event-id"] ?? c.req.valid("query").after;
    // Before the stream begins, so that what may not be seen is a 404 and no broken stream.
    await getDocument(c.var.workspace, { id });

    return sse(c.var.signal, async function* (signal) {
      const messages = whileAllowed(
        { authenticate: c.var.request.workspaceNow, changes: c.var.request.changes, signal },
        (workspace, ending) => followDocument(workspace, { id, after }, ending),
      );
      for await (const message of messages)
        yield { event: message.type, id: String(message.seq), data: Message.parse(message) };
    });
  });

  return routes;
}
