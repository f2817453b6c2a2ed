import { assured, nullable, text, textArray, timestamp } from "@besunny/sql/rows/column";

import { newId } from "../../ids";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** Those with whom a file is shared: one person or one group. */
export type ShareTarget = { userId: string } | { groupId: string };

const sharedRows = rawRows({
  documentId: assured(text),
  sharedAt: timestamp,
  byName: nullable(text),
  throughGroups: nullable(textArray),
});

/** Reads and writes with whom files are shared. The access of the documents is written by `filing.writeAccess`. */
export function documentShareRepository(tx: Tx, { workspaceId, principals }: Scope) {
  return {
    /** Lists the people and groups of a file, in the order in which they were added. */
    list: (documentId: string) =>
      tx.documentShare.findMany({
        where: { workspaceId, documentId },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: {
          userId: true,
          groupId: true,
          createdAt: true,
          membership: { select: { user: { select: { name: true, email: true } } } },
          group: { select: { name: true } },
        },
      }),

    add: async (
      documentId: string,
      targets: readonly ShareTarget[],
      createdById: string | null,
    ): Promise<void> => {
      await tx.documentShare.createMany({
        data: targets.map((target) => ({
          id: newId("shr"),
          workspaceId,
          documentId,
          createdById,
          ...target,
        })),
        skipDuplicates: true,
      });
    },

    remove: async (documentId: string, target: ShareTarget): Promise<void> => {
      await tx.documentShare.deleteMany({ where: { workspaceId, documentId, ...target } });
    },

    /** Ends every share with a person or a group. Returns the files that were shared. */
    removeAll: async (target: ShareTarget): Promise<string[]> => {
      const rows = await tx.documentShare.findMany({
        where: { workspaceId, ...target },
        select: { documentId: true },
      });
      await tx.documentShare.deleteMany({ where: { workspaceId, ...target } });
      return rows.map(({ documentId }) => documentId);
    },

    /** Lists the visible documents that others shared with the person or their groups, the latest share first. */
    listWith: (userId: string, groupIds: readonly string[], limit: number) =>
      sharedRows(tx)`
        select s.document_id as "documentId", max(s.created_at) as "sharedAt",
               (array_agg(u.name order by s.created_at desc))[1] as "byName",
               array_remove(array_agg(distinct g.name), null) as "throughGroups"
          from document_shares s
          join documents d on d.id = s.document_id
          left join users u on u.id = s.created_by_id
          left join groups g on g.id = s.group_id
         where s.workspace_id = ${workspaceId} and d.access && ${[...principals]}::text[] and d.trashed_at is null
           and (s.user_id = ${userId} or s.group_id = any(${[...groupIds]}::text[]))
           and s.created_by_id is distinct from ${userId}
         group by 1 order by 2 desc, 1 limit ${limit}`,
  };
}
