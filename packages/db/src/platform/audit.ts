import {
  type AuditEntry,
  type AuditFilter,
  type AuditPerson,
  auditColumns,
  auditWhere,
} from "../audit-entry";
import { afterTime, toPage } from "../cursor";
import { newId } from "../ids";
import type { PlatformTx } from "./platform-tx";

/**
 * Reads and writes the platform's audit log: the calls of admins, and events of accounts without a workspace. Rows are added and never
 * changed.
 */
export function platformAuditRepository(tx: PlatformTx) {
  return {
    record: async (entry: AuditEntry): Promise<void> => {
      await tx.platformAuditEntry.createMany({
        data: [{ id: newId("aud"), ...auditColumns(entry) }],
      });
    },

    /** Adds a row to the log of a workspace: its owners see what an admin of the platform did there. */
    recordIn: async (workspaceId: string, entry: AuditEntry): Promise<void> => {
      await tx.auditEntry.createMany({
        data: [{ id: newId("aud"), workspaceId, ...auditColumns(entry) }],
      });
    },

    /** Returns a page of rows that fit the filter, newest first. */
    list: async (
      filter: AuditFilter,
      { limit, cursor }: { limit: number; cursor?: string | undefined },
    ) => {
      const after = afterTime(cursor, "platform-audit");
      const rows = await tx.platformAuditEntry.findMany({
        where: {
          AND: [
            auditWhere(filter),
            ...(after
              ? [
                  {
                    OR: [
                      { createdAt: { lt: after.at } },
                      { createdAt: after.at, id: { lt: after.id } },
                    ],
                  },
                ]
              : []),
          ],
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit + 1,
      });
      return toPage(rows, {
        limit,
        list: "platform-audit",
        keyOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
      });
    },

    /** Returns the people with these ids, from any workspace. */
    listActors: (ids: readonly string[]): Promise<AuditPerson[]> =>
      tx.user.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, name: true, email: true },
      }),
  };
}
