import {
  type AuditEntry,
  type AuditFilter,
  type AuditPerson,
  auditColumns,
  auditWhere,
} from "../audit-entry";
import { afterTime, toPage } from "../cursor";
import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { PlatformTx } from "./platform-tx";

const LIST = "platform-audit";

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
      const rows = await tx.platformAuditEntry.findMany({
        where: { AND: [auditWhere(filter), ...olderThan(cursor)] },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit + 1,
      });
      return pageOf(rows, limit);
    },

    /** Returns a page of rows of one workspace, or of all, without their words, newest first. */
    listOfWorkspaces: async (
      { workspaceId, ...filter }: AuditFilter & { workspaceId?: string | undefined },
      { limit, cursor }: { limit: number; cursor?: string | undefined },
    ) => {
      const rows = await tx.auditEntry.findMany({
        where: {
          ...(workspaceId && { workspaceId }),
          AND: [auditWhere(filter), ...olderThan(cursor)],
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit + 1,
        select: wordless,
      });
      const workspaces = await tx.workspace.findMany({
        where: { id: { in: [...new Set(rows.map(({ workspaceId: id }) => id))] } },
        select: { id: true, name: true },
      });
      const nameOf = new Map(workspaces.map(({ id, name }) => [id, name]));
      const page = pageOf(rows, limit);
      return {
        ...page,
        items: page.items.map(({ workspaceId: id, ...row }) => ({
          ...row,
          workspace: { id, name: nameOf.get(id) ?? id },
        })),
      };
    },

    /** Returns the people with these ids, from any workspace. */
    listActors: (ids: readonly string[]): Promise<AuditPerson[]> =>
      tx.user.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, name: true, email: true },
      }),
  };
}

/** The columns of an entry that hold no words. */
const wordless = {
  id: true,
  createdAt: true,
  operation: true,
  door: true,
  outcome: true,
  errorCode: true,
  actorKind: true,
  actorId: true,
  actorSessionId: true,
  subjects: true,
  traceId: true,
  workspaceId: true,
} satisfies Prisma.AuditEntrySelect;

function olderThan(cursor: string | undefined) {
  const after = afterTime(cursor, LIST);
  if (!after) return [];
  return [{ OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }];
}

function pageOf<Row extends { createdAt: Date; id: string }>(rows: Row[], limit: number) {
  return toPage(rows, {
    limit,
    list: LIST,
    keyOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
  });
}
