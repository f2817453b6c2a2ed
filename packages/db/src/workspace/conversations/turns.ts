import { Prisma } from "../../generated/client";
import { newId } from "../../ids";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";
import { seenIds, type TurnRow, turnRows } from "./turn-rows";

export type Turn = TurnRow;

/** The end of an answer, as it is stored. */
export type EndedTurn = {
  state: "done" | "stopped" | "failed";
  text: string;
  outcome: Prisma.InputJsonValue | null;
  documentIds: string[];
  otherDocumentIds: string[];
  endedAt: Date;
};

type Rating = {
  turnId: string;
  userId: string;
  isHelpful: boolean;
  reasons: string[];
  note: string;
};

/** Reads and writes the turns of conversations, and what readers thought of the answers. */
export function conversationTurnRepository(tx: Tx, scope: Scope) {
  const { workspaceId } = scope;

  return {
    /** Lists the turns of a conversation, oldest first, each with the documents of it that the reader may see. */
    list: (conversationId: string, readerId: string): Promise<TurnRow[]> =>
      turnRows(tx)`
        select t.id, t.parent_id as "parentId", t.question, t.text, t.state, t.outcome,
               t.document_ids as "documentIds", t.other_document_ids as "otherDocumentIds",
               ${seenIds(scope)} as "seenIds", t.created_at as "createdAt", t.ended_at as "endedAt",
               r.is_helpful as "isHelpful", r.reasons, r.note
          from conversation_turns t
          left join answer_ratings r on r.turn_id = t.id and r.user_id = ${readerId}
         where t.conversation_id = ${conversationId} and t.workspace_id = ${workspaceId}
         order by t.created_at, t.id`,

    create: async (turn: {
      conversationId: string;
      parentId: string | null;
      question: string;
      documentIds: string[];
      createdAt: Date;
    }): Promise<string> => {
      const { id } = await tx.conversationTurn.create({
        data: { id: newId("trn"), workspaceId, state: "writing", ...turn },
        select: { id: true },
      });
      return id;
    },

    /** Ends a turn that is being written. Returns false if it has ended before or its conversation was deleted. */
    end: async (id: string, { outcome, ...ended }: EndedTurn): Promise<boolean> => {
      const { count } = await tx.conversationTurn.updateMany({
        where: { id, workspaceId, state: "writing" },
        data: { ...ended, outcome: outcome ?? Prisma.DbNull },
      });
      return count > 0;
    },

    rate: async ({ turnId, userId, ...rating }: Rating, at: Date): Promise<void> => {
      await tx.answerRating.upsert({
        where: { turnId_userId: { turnId, userId } },
        create: { turnId, userId, workspaceId, ...rating, createdAt: at },
        update: { ...rating, createdAt: at },
        select: { turnId: true },
      });
    },

    removeRating: async (turnId: string, userId: string): Promise<void> => {
      await tx.answerRating.deleteMany({ where: { workspaceId, turnId, userId } });
    },
  };
}
