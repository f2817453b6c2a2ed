import type { Conversation as Stored } from "@besunny/db/workspace/conversations/conversations";
import { z } from "zod";

import type { Person } from "../../access/actor";
import { AnswerItem, Citation } from "../../answers/contract/answer";
import { Scope } from "../../answers/contract/question";
import { count, idIn, instant } from "../../shapes";
import { ratingReasons } from "./rating-reasons";
import { shortTitle } from "./short-title";

export const turnStates = ["writing", "done", "stopped", "failed"] as const;

/** A conversation. `title` is null for readers from whom its first question is hidden. */
export const Conversation = z
  .object({
    id: idIn("cnv"),
    title: z.string().nullable(),
    owner: z.object({ id: idIn("usr"), name: z.string() }),
    isMine: z.boolean(),
    isShared: z.boolean().meta({ description: "True if all members may read it" }),
    scope: Scope.meta({
      description: "The documents that its questions are about; empty for other readers",
    }),
    turnCount: count,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: "Conversation" });

/** The end of an answer: whether one was found, its citations, its table. */
export const Outcome = AnswerItem.options[1].omit({ kind: true });
export type Outcome = z.infer<typeof Outcome>;

/** A reader's opinion of an answer. */
export const Rating = z.object({
  isHelpful: z.boolean(),
  reasons: z.array(z.enum(ratingReasons)),
  note: z.string(),
});

/** A question with its answer. Turns with the same `parentId` are versions of each other, the newest last. */
export const ConversationTurn = z
  .object({
    id: idIn("trn"),
    parentId: idIn("trn").nullable(),
    question: z
      .string()
      .nullable()
      .meta({ description: "Null for other readers than the owner where the answer is hidden" }),
    state: z.enum(turnStates),
    text: z.string(),
    outcome: Outcome.nullable(),
    hidden: z
      .object({ unseenDocuments: count, citations: z.array(Citation) })
      .nullable()
      .meta({
        description:
          "Set where the caller may not see every document that the answer was made from; text and outcome are then empty",
      }),
    rating: Rating.nullable(),
    createdAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: "ConversationTurn" });

/** A conversation with its turns, the oldest first. */
export const ConversationDetail = Conversation.extend({
  turns: z.array(ConversationTurn),
}).meta({ id: "ConversationDetail" });

/** Returns stored conversations as the reader may see them. `owners` holds the people by id. */
export function conversationOf(
  { ownerId, title, firstQuestion, isFirstSeen, sharedAt, ...stored }: Stored,
  reader: Person,
  owners: ReadonlyMap<string, { name: string }>,
): z.input<typeof Conversation> {
  const isMine = ownerId === reader.id;
  const first = firstQuestion !== null && (isMine || isFirstSeen) ? firstQuestion : null;
  return {
    ...stored,
    title: title ?? (first === null ? null : shortTitle(first)),
    owner: { id: ownerId, name: owners.get(ownerId)?.name ?? "" },
    isMine,
    isShared: sharedAt !== null,
    scope: isMine ? scopeOf(stored.scope) : {},
  };
}

/** Returns a stored scope; all documents where it is of another form. */
export function scopeOf(stored: unknown): Scope {
  return Scope.catch({}).parse(stored);
}
