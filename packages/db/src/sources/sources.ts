import { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";
import type { ConnectionViewer } from "./connections";

const shown = {
  include: {
    connection: {
      omit: { sealedTokens: true },
      include: { owner: { select: { name: true } } },
    },
    watch: { select: { expiresAt: true, failures: true } },
  },
} satisfies Prisma.SourceFindFirstArgs;

/** A source with its connection, which carries no tokens. */
export type StoredSource = Prisma.SourceGetPayload<typeof shown>;

export type NewSource = {
  connectionId: string;
  kind: string;
  rootRef: Record<string, string>;
  rootKey: string;
  path: string[];
  name: string;
  rules: object;
  visibility: string;
  projectIds: string[];
  everySeconds: number;
  at: Date;
};

/** Reads and writes sources. */
export function sourceRepository(tx: Tx, { workspaceId }: Scope) {
  const seenBy = (viewer: ConnectionViewer): Prisma.SourceWhereInput => {
    const open = { workspaceId, removedAt: null };
    if (!viewer) return open;
    const own = { connection: { ownerId: viewer.userId } };
    return viewer.seesShared
      ? { ...open, OR: [own, { connection: { kind: "organisation" } }] }
      : { ...open, ...own };
  };

  return {
    list: (
      viewer: ConnectionViewer,
      { connectionId }: { connectionId?: string | undefined } = {},
    ): Promise<StoredSource[]> =>
      tx.source.findMany({
        where: { ...seenBy(viewer), ...(connectionId && { connectionId }) },
        orderBy: [{ name: "asc" }, { id: "asc" }],
        take: 500,
        ...shown,
      }),

    find: (id: string, viewer: ConnectionViewer): Promise<StoredSource | null> =>
      tx.source.findFirst({ where: { ...seenBy(viewer), id }, ...shown }),

    /** Returns a source also if it was removed, for the job that clears it. */
    findAny: (id: string): Promise<StoredSource | null> =>
      tx.source.findFirst({ where: { workspaceId, id }, ...shown }),

    /** Waits until no other transaction writes to this source. */
    lock: async (id: string): Promise<void> => {
      await tx.$executeRaw`select 1 from sources where workspace_id = ${workspaceId} and id = ${id} for update`;
    },

    isTaken: async (connectionId: string, kind: string, rootKey: string): Promise<boolean> =>
      (await tx.source.count({
        where: { workspaceId, connectionId, kind, rootKey, removedAt: null },
      })) > 0,

    add: async ({ at, ...given }: NewSource): Promise<string> => {
      const { id } = await tx.source.create({
        data: {
          ...given,
          id: newId("src"),
          workspaceId,
          state: "listing",
          dueAt: at,
          createdAt: at,
        },
        select: { id: true },
      });
      return id;
    },

    change: async (id: string, changes: Prisma.SourceUpdateManyMutationInput): Promise<void> => {
      await tx.source.updateMany({ where: { workspaceId, id }, data: changes });
    },

    /** Changes a source if it still has this version. */
    changeAt: async (
      { id, version }: { id: string; version: number },
      changes: Prisma.SourceUpdateManyMutationInput,
    ): Promise<boolean> => {
      const { count } = await tx.source.updateMany({
        where: { workspaceId, id, version },
        data: { ...changes, version: { increment: 1 } },
      });
      return count > 0;
    },

    /** Stops, or lets go on, the sources of a connection that are in one of these states. Returns which they were. */
    changeOf: async (
      connectionId: string,
      states: readonly string[],
      changes: Prisma.SourceUpdateManyMutationInput,
    ): Promise<string[]> => {
      const rows = await tx.source.updateManyAndReturn({
        where: { workspaceId, connectionId, state: { in: [...states] }, removedAt: null },
        data: changes,
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /**
     * Lets sources go on that had stopped or were paused. Those that were listed whole go on with what has changed since, the others with their
     * listing. Returns which they were, and how they go on.
     */
    resume: async (
      where: { connectionId: string } | { id: string },
      { from, now }: { from: readonly string[]; now: Date },
    ): Promise<{ id: string; state: string }[]> => {
      const chosen = { ...where, workspaceId, removedAt: null, state: { in: [...from] } };
      const going = {
        stateReason: null,
        dueAt: now,
        claimedUntil: null,
        pumpUntil: null,
        failures: 0,
      };
      const isKnown = { cursor: { not: null }, phase: "idle", lastListedAt: { not: null } };
      const select = { id: true, state: true };
      const live = await tx.source.updateManyAndReturn({
        where: { ...chosen, ...isKnown },
        data: { ...going, state: "live" },
        select,
      });
      const listing = await tx.source.updateManyAndReturn({
        where: chosen,
        data: { ...going, state: "listing" },
        select,
      });
      return [...live, ...listing];
    },

    clearQuestion: async (id: string): Promise<void> => {
      await tx.source.updateMany({
        where: { workspaceId, id },
        data: { question: Prisma.DbNull },
      });
    },

    remove: async (id: string): Promise<void> => {
      await tx.source.deleteMany({ where: { workspaceId, id } });
    },
  };
}
