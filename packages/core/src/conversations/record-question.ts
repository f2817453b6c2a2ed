import type { Turn as Stored } from "@besunny/db/workspace/conversations/turns";
import { z } from "zod";

import { personOf } from "../access/person-of";
import { Question, Scope, Turn } from "../answers/contract/question";
import { conflict, notFound } from "../errors";
import { conversationId, turnId } from "../ids";
import { command } from "../operation/command";
import { idIn } from "../shapes";
import { scopeOf } from "./contract/conversation";
import { isTurnSeen } from "./contract/turn";
import { findOwn } from "./find-own";

const MOST_TURNS = 200;
/** Limits of one earlier turn, as a question takes it. */
const MOST_HISTORY = 10;
const LONGEST_ANSWER = 20_000;
const MOST_DOCUMENTS = 50;

/** The place of a question: after a turn, or in place of one as another version of it. Without both it goes on after the newest turn. */
export const placeOfQuestion = { after: turnId.optional(), insteadOf: turnId.optional() };

/** Records a question of a conversation. Returns what it is asked with: its scope and the turns before it that the asker may see now. */
export const recordQuestion = command("conversations.record-question", {
  title: "Record a question of a conversation",
  permission: "document.ask",
  input: z.object({
    id: conversationId,
    question: Question.shape.question,
    ...placeOfQuestion,
  }),
  output: z.object({
    turnId: idIn("trn"),
    parentId: idIn("trn").nullable(),
    scope: Scope,
    history: z.array(Turn),
  }),
  doors: [],
  audit: { notAudited: "Asking it leaves a row." },

  async handle(tools, { id, question, after, insteadOf }) {
    const { conversations, conversationTurns, actor, clock } = tools;
    const { scope } = await findOwn(tools, id);
    const turns = await conversationTurns.list(id, personOf(actor).id);
    if (turns.length >= MOST_TURNS)
      conflict("This conversation is as long as one can be", "Start another one.");
    const parentId = parentOf(turns, { after, insteadOf });
    const createdAt = clock();
    const newId = await conversationTurns.create({
      conversationId: id,
      parentId,
      question,
      documentIds: [],
      createdAt,
    });
    await conversations.touch(id, createdAt);
    const history = pathTo(turns, parentId).filter(isOfUse).slice(-MOST_HISTORY).map(asHistory);
    return { turnId: newId, parentId, scope: scopeOf(scope), history };
  },
});

function parentOf(
  turns: readonly Stored[],
  { after, insteadOf }: { after: string | undefined; insteadOf: string | undefined },
): string | null {
  const found = (id: string) => turns.find((turn) => turn.id === id) ?? notFound("Turn", id);
  if (insteadOf) return found(insteadOf).parentId;
  return after ? found(after).id : (turns.at(-1)?.id ?? null);
}

/** Returns the turns from the first one to this one, each the parent of the next. */
function pathTo(turns: readonly Stored[], id: string | null): Stored[] {
  const turn = turns.find((each) => each.id === id);
  return turn ? [...pathTo(turns, turn.parentId), turn] : [];
}

function isOfUse(turn: Stored): boolean {
  return turn.state === "done" && turn.text !== "" && isTurnSeen(turn);
}

function asHistory({ question, text, documentIds }: Stored) {
  return {
    question,
    answer: text.slice(0, LONGEST_ANSWER),
    documentIds: documentIds.slice(0, MOST_DOCUMENTS),
  };
}
