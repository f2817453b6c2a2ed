import { afterTime, type Page, toPage } from "../../cursor";
import { Prisma } from "../../generated/client";
import { newId } from "../../ids";
import type { RowsOf } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";
import { conversationRows, seenIds } from "./turn-rows";

/** A conversation with its first question, and whether the reader may see every document that the first answer was made from. */
export type Conversation = RowsOf<typeof conversationRows>;

type Wanted = {
  /** The one who reads. */
  readerId: string;
  /** The reader's own conversations, or those that others share. */
  of: "me" | "others";
  /** Words of the title, the questions and the answers that the reader may see. */
  q?: string | undefined;
  limit: number;
  cursor?: string | undefined;
};

export type ConversationChanges = {
  title?: string | null;
  scope?: Prisma.InputJsonValue;
  sharedAt?: Date | null;
};

/** Reads and writes conversations. Nobody sees the conversations of others that are not shared. */
export function conversationRepository(tx: Tx, scope: Scope) {
  const { workspaceId } = scope;
  const seen = seenIds(scope);
  const columns = Prisma.sql`
    c.id, c.owner_id as "ownerId", c.title, c.scope, c.shared_at as "sharedAt", c.created_at as "createdAt",
    c.updated_at as "updatedAt", first.question as "firstQuestion", coalesce(first.is_seen, true) as "isFirstSeen",
    (select count(*)::int from conversation_turns n where n.conversation_id = c.id) as "turnCount"`;
  const from = Prisma.sql`
    conversations c left join lateral (
      select t.question, t.document_ids <@ ${seen} as is_seen
        from conversation_turns t where t.conversation_id = c.id and t.parent_id is null
       order by t.created_at desc, t.id desc limit 1) first on true`;

  return {
    create: async (conversation: {
      ownerId: string;
      title: string | null;
      scope: Prisma.InputJsonValue;
    }): Promise<string> => {
      const { id } = await tx.conversation.create({
        data: { id: newId("cnv"), workspaceId, ...conversation },
        select: { id: true },
      });
      return id;
    },

    /** Returns a conversation that the reader owns or that is shared. */
    find: async (id: string, readerId: string): Promise<Conversation | null> => {
      const [row] = await conversationRows(tx)`
        select ${columns} from ${from}
         where c.id = ${id} and c.workspace_id = ${workspaceId}
           and (c.owner_id = ${readerId} or c.shared_at is not null)`;
      return row ?? null;
    },

    /** Lists conversations, those that were used last first. */
    list: async ({ readerId, of, q, limit, cursor }: Wanted): Promise<Page<Conversation>> => {
      const after = afterTime(cursor, "conversations");
      const like = q ? `%${literally(q)}%` : null;
      const rows = await conversationRows(tx)`
        select ${columns} from ${from}
         where c.workspace_id = ${workspaceId}
           and ${of === "me" ? Prisma.sql`c.owner_id = ${readerId}` : Prisma.sql`c.owner_id <> ${readerId} and c.shared_at is not null`}
           ${
             like
               ? Prisma.sql`and (c.title ilike ${like} or exists (
                   select 1 from conversation_turns t
                    where t.conversation_id = c.id
                      and ((c.owner_id = ${readerId} and t.question ilike ${like})
                        or ((t.question ilike ${like} or t.text ilike ${like}) and t.document_ids <@ ${seen}))))`
               : Prisma.empty
           }
           ${after ? Prisma.sql`and (c.updated_at, c.id) < (${after.at}, ${after.id})` : Prisma.empty}
         order by c.updated_at desc, c.id desc
         limit ${limit + 1}`;
      return toPage(rows, {
        limit,
        list: "conversations",
        keyOf: (row) => [row.updatedAt.toISOString(), row.id],
      });
    },

    change: async (id: string, changes: ConversationChanges): Promise<void> => {
      await tx.conversation.updateMany({ where: { id, workspaceId }, data: changes });
    },

    /** Moves the conversation to the top of its list. */
    touch: async (id: string, at: Date): Promise<void> => {
      await tx.conversation.updateMany({ where: { id, workspaceId }, data: { updatedAt: at } });
    },

    /** Deletes a conversation with its turns and ratings. */
    remove: async (id: string): Promise<void> => {
      await tx.conversation.deleteMany({ where: { id, workspaceId } });
    },
  };
}

/** Escapes the pattern characters of LIKE. */
function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, "\\$&");
}
