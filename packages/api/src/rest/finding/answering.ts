import { AnswerItem, Citation } from "@besunny/core/answers/contract/answer";
import { AppError } from "@besunny/core/errors";
import type { Caller } from "@besunny/core/operation/caller";
import type { Locator } from "@besunny/core/understanding/contract/statements";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";

import { sse } from "../../live/sse";
import { whileAllowed } from "../../live/while-allowed";
import { type RestEnv, reply } from "../contract";
import { problemBody } from "../problem";

/** The place of words on a page: x, y, width and height. */
export const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);

const Done = AnswerItem.options[1];
const Ended = Done.pick({
  found: true,
  table: true,
  understood: true,
  nearMisses: true,
  sent: true,
  producedBy: true,
}).extend({
  citations: z.array(Citation.omit({ isProven: true }).extend({ boxes: z.array(box) })),
});

/** An answer in one piece. */
export const Answer = Ended.extend({ answer: z.string() }).meta({ id: "Answer" });

type Item = z.infer<typeof AnswerItem> | { kind: "asked"; turnId: string };
type Wanted = { stream: boolean; schema: z.ZodType };

/** Sends an answer as it is written if the request asks for a stream, else in one piece. Ends when the rights of the caller change. */
export async function replyWithAnswer(
  c: Context<RestEnv>,
  { stream, schema }: Wanted,
  ask: (workspace: Caller, signal: AbortSignal) => AsyncGenerator<Item>,
): Promise<Response> {
  const isStream = stream || c.req.header("accept")?.includes("text/event-stream");
  const { traceId, log, workspaceNow, changes } = c.var.request;
  const answered = (signal: AbortSignal) =>
    whileAllowed({ authenticate: workspaceNow, changes, signal }, ask);
  if (!isStream) return reply(schema, await inOnePiece(answered(c.var.signal)));

  return sse(c.var.signal, async function* (signal) {
    try {
      for await (const item of answered(signal)) yield eventOf(item);
    } catch (error) {
      log.warn({ error, traceId }, "an answer broke off");
      yield { event: "error", data: problemBody(error, traceId) };
    }
  });
}

async function inOnePiece(items: AsyncGenerator<Item>) {
  let [answer, turnId] = ["", ""];
  for await (const item of items) {
    if (item.kind === "text") answer += item.text;
    else if (item.kind === "asked") turnId = item.turnId;
    else return { answer, turnId, ...endedOf(item) };
  }
  throw new AppError("PROVIDER_UNAVAILABLE", "The answer broke off", { hint: "Ask again." });
}

function eventOf(item: Item) {
  if (item.kind === "text") return { event: "text", data: { text: item.text } };
  if (item.kind === "asked") return { event: "asked", data: { turnId: item.turnId } };
  return { event: "done", data: Ended.parse(endedOf(item)) };
}

function endedOf({ citations, ...ended }: z.infer<typeof Done>) {
  return {
    ...ended,
    citations: citations.map((citation) => ({ ...citation, boxes: boxesOf(citation.at) })),
  };
}

/** Boxes where the format has pages to draw them on; elsewhere `at` says the block, the cells or the slide. */
export function boxesOf(at: Locator) {
  return "boxes" in at ? at.boxes : [];
}
