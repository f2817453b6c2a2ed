import {
  type AuditEntry,
  type AuditFilter,
  type AuditPerson,
  auditColumns,
  auditWhere,
} from "../audit-entry";
import { afterTime, toPage } from "../cursor";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "./tx";

/** Reads and writes the workspace's audit log. Rows are added and never changed. */
export function auditRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    record: async (entry: AuditEntry): Promise<void> => {
      const { actorKeyId = null, subjects = [] } = entry;
      const isPrivate = await isAboutPrivate(subjects.filter((id) => id.startsWith("doc_")));
      const columns = { ...auditColumns(entry), actorKeyId, workspaceId, isPrivate };
      await tx.auditEntry.createMany({ data: [{ id: newId("aud"), ...columns }] });
    },

    /** Returns a page of rows that fit the filter, newest first. */
    list: async (
      filter: AuditFilter,
      { limit, cursor }: { limit: number; cursor?: string | undefined },
    ) => {
      const after = afterTime(cursor, "audit");
      const rows = await tx.auditEntry.findMany({
        where: {
          workspaceId,
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
        omit: { workspaceId: true },
      });
      return toPage(rows, {
        limit,
        list: "audit",
        keyOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
      });
    },

    /** Returns the latest openings of a document: calls that succeeded, of these operations. */
    listOpenings: (id: string, operations: readonly string[], limit: number) =>
      tx.auditEntry.findMany({
        where: {
          workspaceId,
          subjects: { has: id },
          operation: { in: [...operations] },
          outcome: "ok",
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        select: { operation: true, actorKind: true, actorId: true, createdAt: true },
      }),

    /** Returns whether somebody's opening of a document was recorded since then. */
    wasOpened: async (
      { operation, actorId, documentId }: Record<"operation" | "actorId" | "documentId", string>,
      since: Date,
    ): Promise<boolean> => {
      const found = await tx.auditEntry.findFirst({
        where: {
          workspaceId,
          operation,
          actorId,
          subjects: { has: documentId },
          outcome: "ok",
          createdAt: { gte: since },
        },
        select: { id: true },
      });
      return found !== null;
    },

    /** Returns ids of entries that have words, and are about these ids or were made by them. */
    listWithWords: async (about: readonly string[], limit: number): Promise<string[]> => {
      const found = await tx.auditEntry.findMany({
        where: {
          workspaceId,
          erasedAt: null,
          operation: { not: "audit.erase-words" },
          OR: [{ subjects: { hasSome: [...about] } }, { actorId: { in: [...about] } }],
        },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        take: limit,
        select: { id: true },
      });
      return found.map(({ id }) => id);
    },

    /** Returns those of the people who belong to the workspace, or who left it after they acted in it. */
    listActors: async (ids: readonly string[]): Promise<AuditPerson[]> => {
      if (ids.length === 0) return [];
      await tx.$executeRaw`select set_config('app.names_actors', 'on', true)`;
      const people = await tx.user.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, name: true, email: true },
      });
      await tx.$executeRaw`select set_config('app.names_actors', 'off', true)`;
      return people;
    },

    /** Returns the names of API keys, also of ended ones. */
    listKeys: (ids: readonly string[]): Promise<{ id: string; name: string }[]> =>
      tx.apiKey.findMany({
        where: { workspaceId, id: { in: [...ids] } },
        select: { id: true, name: true },
      }),
  };

  /** Returns whether one of these documents is private: the input and the changes of such a call are for nobody but who made it. */
  async function isAboutPrivate(ids: string[]): Promise<boolean> {
    if (ids.length === 0) return false;
    const found = await tx.document.findFirst({
      where: {
        workspaceId,
        id: { in: ids },
        visibility: { not: null },
        NOT: { access: { has: "all" } },
      },
      select: { id: true },
    });
    return found !== null;
  }
}
