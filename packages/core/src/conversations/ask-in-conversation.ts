import { z } from "zod";

import { recordSearch } from "../analytics/record-search";
import { askQuestion } from "../answers/ask-question";
import { AnswerItem } from "../answers/contract/answer";
import { Question } from "../answers/contract/question";
import { conversationId } from "../ids";
import type { Caller } from "../operation/caller";
import { secret } from "../operation/secret";
import { stream } from "../operation/stream";
import { idIn } from "../shapes";
import { readBy, restsOn } from "./contract/rests-on";
import { recordAnswer } from "./record-answer";
import { placeOfQuestion, recordQuestion } from "./record-question";

type Item = z.infer<typeof AnswerItem>;
type Asking = {
  caller: Caller;
  turnId: string;
  /** The documents that the turns before it rest on. */
  earlier: readonly string[];
  signal: AbortSignal | undefined;
};
type Ended = Omit<Parameters<typeof recordAnswer>[1], "turnId">;

/**
 * Asks a question in a conversation of the caller's own, with the turns before it. Yields the turn first, then the answer as it is written.
 * A reader who goes away stops the answer; what was written until then is kept.
 */
export const askInConversation = stream("conversations.ask-in-conversation", {
  title: "Ask a question in a conversation",
  permission: "document.ask",
  input: z.object({
    id: conversationId,
    question: secret(Question.shape.question),
    ...placeOfQuestion,
  }),
  output: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("asked"),
      turnId: idIn("trn"),
      parentId: idIn("trn").nullable(),
    }),
    ...AnswerItem.options,
  ]),
  doors: ["web", "rest"],
  cost: 10,

  async *handle({ caller, clock, signal }, asked) {
    const startedAt = clock().getTime();
    const { turnId, parentId, scope, history } = await recordQuestion(caller, asked);
    yield { kind: "asked" as const, turnId, parentId };
    const question = { question: asked.question, scope, history };
    const earlier = history.flatMap(({ documentIds }) => documentIds);
    const items = askQuestion(caller, question, signal);
    for await (const item of recorded({ caller, turnId, earlier, signal }, items)) {
      if (item.kind === "done") {
        const tookMs = clock().getTime() - startedAt;
        await recordSearch(caller, { ...inTheLog(item), words: asked.question, tookMs });
      }
      yield item;
    }
  },
});

/** Returns an answer as the search log keeps it: how much it rests on, and whether the question was declined. */
function inTheLog({ found, citations, producedBy }: Extract<Item, { kind: "done" }>) {
  const producer = producedBy.kind === "local" ? "local" : producedBy.model;
  return { kind: "ask" as const, results: citations.length, isDeclined: !found, producer };
}

/** Yields the items of an answer, and records how it ended, whichever way it ends. */
async function* recorded(
  { caller, turnId, earlier, signal }: Asking,
  items: AsyncGenerator<Item>,
): AsyncGenerator<Item> {
  let [text, state]: [string, "stopped" | "failed"] = ["", "stopped"];
  const read = new Set<string>();
  let isRecorded = false;
  const record = (ended: Ended) => {
    isRecorded = true;
    return recordAnswer(caller, { turnId, ...ended });
  };
  try {
    for await (const item of items) {
      for (const id of readBy(item)) read.add(id);
      if (item.kind === "text") text += item.text;
      else await record(finished(item, text, earlier));
      yield item;
    }
    state = "failed";
  } catch (error) {
    state = signal?.aborted ? "stopped" : "failed";
    throw error;
  } finally {
    if (!isRecorded) await record(brokenOff(state, text, [...read]));
  }
}

/** The messages to a model hold text of documents; without their names nobody could say who may see them. */
function finished(done: Extract<Item, { kind: "done" }>, text: string, earlier: readonly string[]) {
  const sent = done.read ? done.sent : null;
  return {
    state: "done" as const,
    text,
    outcome: { ...done, sent },
    ...restsOn(done, earlier),
  };
}

/** Keeps the words of an answer that broke off only where it is known which documents they came from. */
function brokenOff(state: "stopped" | "failed", text: string, read: string[]): Ended {
  return {
    state,
    text: read.length > 0 ? text : "",
    outcome: null,
    documentIds: read,
    otherDocumentIds: [],
  };
}
