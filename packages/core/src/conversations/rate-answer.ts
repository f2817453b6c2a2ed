import { z } from "zod";

import { personOf } from "../access/person-of";
import { notFound } from "../errors";
import { conversationId, turnId } from "../ids";
import { command } from "../operation/command";
import { secret } from "../operation/secret";
import { Rating } from "./contract/conversation";
import { ratingReasons } from "./contract/rating-reasons";
import { isTurnSeen, turnOf } from "./contract/turn";
import { showConversation } from "./show-conversation";

/** Says whether an answer helped, with reasons and a note. Null takes it back. Readers of a shared conversation may rate too. */
export const rateAnswer = command("conversations.rate-answer", {
  title: "Rate an answer",
  permission: "document.ask",
  input: z.object({
    id: conversationId,
    turnId,
    isHelpful: z.boolean().nullable(),
    reasons: z.array(z.enum(ratingReasons)).max(ratingReasons.length).default([]),
    note: secret(z.string().trim().max(1000)).default(""),
  }),
  output: z.object({ rating: Rating.nullable() }),
  doors: ["web", "rest"],

  async handle(tools, { id, turnId: ratedId, isHelpful, reasons, note }) {
    const { conversationTurns, actor, clock, changed } = tools;
    const { id: userId } = personOf(actor);
    const { isMine } = await showConversation(tools, id);
    const turns = await conversationTurns.list(id, userId);
    const turn = turns.find((each) => each.id === ratedId && isTurnSeen(each));
    if (!turn) notFound("Answer", ratedId);
    const { rating: before } = turnOf(turn, { isMine, now: clock() });
    const after = isHelpful === null ? null : { isHelpful, reasons: [...new Set(reasons)], note };
    if (after) await conversationTurns.rate({ turnId: ratedId, userId, ...after }, clock());
    else await conversationTurns.removeRating(ratedId, userId);
    changed({ subject: ratedId, before: countable(before), after: countable(after) });
    return { rating: after };
  },
});

/** Returns a rating as the audit log keeps it: without the note, which is a person's own words. */
function countable(rating: z.input<typeof Rating> | null | undefined) {
  return { isHelpful: rating?.isHelpful ?? null, reasons: rating?.reasons ?? [] };
}
