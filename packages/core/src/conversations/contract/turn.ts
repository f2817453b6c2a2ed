import type { Turn as Stored } from "@besunny/db/workspace/conversations/turns";
import { z } from "zod";

import { type ConversationTurn, Outcome, Rating, turnStates } from "./conversation";

/** An answer that is being written for longer than this broke off with its process. */
const LONGEST_WRITING_MS = 15 * 60_000;

type Reading = { isMine: boolean; now: Date };

/**
 * Returns a stored turn as the reader may see it. An answer is hidden from a reader who may not see one of the documents that it was made
 * from. Its question is hidden too, except from the person who asked it. Each near miss is shown to readers of its document.
 */
export function turnOf(stored: Stored, { isMine, now }: Reading): z.input<typeof ConversationTurn> {
  const { id, parentId, createdAt, endedAt } = stored;
  const outcome = Outcome.nullable().catch(null).parse(stored.outcome);
  const isSeen = isTurnSeen(stored);
  return {
    id,
    parentId,
    question: isSeen || isMine ? stored.question : null,
    state: stateOf(stored, now),
    text: isSeen ? stored.text : "",
    outcome: isSeen && outcome ? asSeen(outcome, stored) : null,
    hidden: isSeen
      ? null
      : {
          unseenDocuments: unseenOf(stored).length,
          citations: (outcome?.citations ?? []).filter(({ documentId }) =>
            stored.seenIds.includes(documentId),
          ),
        },
    rating: Rating.nullable().catch(null).parse(ratingOf(stored)),
    createdAt,
    endedAt,
  };
}

/** Returns whether the reader may see every document that the answer was made from. */
export function isTurnSeen(stored: Stored): boolean {
  return unseenOf(stored).length === 0;
}

function unseenOf({ documentIds, seenIds }: Stored): string[] {
  return documentIds.filter((id) => !seenIds.includes(id));
}

/** Returns the outcome without what it holds of other documents that the reader may not see. */
function asSeen(outcome: Outcome, { otherDocumentIds, seenIds }: Stored): Outcome {
  const areOthersSeen = otherDocumentIds.every((id) => seenIds.includes(id));
  return {
    ...outcome,
    nearMisses: outcome.nearMisses.filter(({ documentId }) => seenIds.includes(documentId)),
    sent: areOthersSeen ? outcome.sent : null,
  };
}

function stateOf({ state, createdAt }: Stored, now: Date) {
  const known = z.enum(turnStates).parse(state);
  const isOld = now.getTime() - createdAt.getTime() > LONGEST_WRITING_MS;
  return known === "writing" && isOld ? "stopped" : known;
}

function ratingOf({ isHelpful, reasons, note }: Stored) {
  return isHelpful === null ? null : { isHelpful, reasons: reasons ?? [], note: note ?? "" };
}
