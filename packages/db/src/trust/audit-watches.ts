import { text } from "@besunny/sql/rows/column";

import { type AuditFilter, auditWhere } from "../audit-entry";
import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { PlatformTx } from "../platform/platform-tx";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const due = rawRows({ workspaceId: text });

/** A watch of the audit log, as it is stored. Entries up to `seenSeq` were looked at. */
export type StoredWatch = Prisma.AuditWatchGetPayload<{ omit: { workspaceId: true } }>;

/** Reads and writes the watches of a workspace's audit log. */
export function auditWatchRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Returns the watches, by name. */
    list: (): Promise<StoredWatch[]> =>
      tx.auditWatch.findMany({
        where: { workspaceId },
        orderBy: [{ name: "asc" }, { id: "asc" }],
        omit: { workspaceId: true },
      }),

    add: async (
      watch: Pick<StoredWatch, "name" | "tells" | "madeById" | "seenSeq"> & {
        filter: Prisma.InputJsonObject;
      },
    ): Promise<string> => {
      const id = newId("awt");
      await tx.auditWatch.createMany({ data: [{ id, workspaceId, ...watch }] });
      return id;
    },

    /** Changes a watch. Returns false if there is none. */
    change: async (
      id: string,
      changes: Partial<Pick<StoredWatch, "name" | "tells" | "seenSeq">>,
    ): Promise<boolean> =>
      (await tx.auditWatch.updateMany({ where: { workspaceId, id }, data: changes })).count > 0,

    remove: async (id: string): Promise<void> => {
      await tx.auditWatch.deleteMany({ where: { workspaceId, id } });
    },

    /** Counts entries after a number of the chain that fit a filter, up to a number. */
    count: async (
      filter: AuditFilter,
      { after, upTo }: { after: bigint; upTo: bigint },
    ): Promise<number> => {
      const links = await tx.auditLink.findMany({
        where: { workspaceId, seq: { gt: after, lte: upTo } },
        select: { entryId: true },
      });
      return tx.auditEntry.count({
        where: {
          workspaceId,
          AND: [{ id: { in: links.map(({ entryId }) => entryId) } }, auditWhere(filter)],
        },
      });
    },
  };
}

/** Finds watches that have something to look at, for schedules. */
export function platformWatchRepository(tx: PlatformTx) {
  return {
    /** Returns workspaces after an id in which watches have not looked at all entries yet. */
    listDue: async ({ after, limit }: { after: string; limit: number }): Promise<string[]> => {
      const found = await due(tx)`
        select w.id as "workspaceId" from workspaces w
         where w.id > ${after} and w.suspended_at is null
           and exists (select from audit_watches a join audit_heads h on h.workspace_id = a.workspace_id
                        where a.workspace_id = w.id and a.tells <> 'nobody' and h.seq > a.seen_seq)
         order by w.id limit ${limit}::int`;
      return found.map(({ workspaceId }) => workspaceId);
    },
  };
}
