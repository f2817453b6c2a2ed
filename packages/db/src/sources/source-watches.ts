import type { Prisma } from "../generated/client";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

export type StoredWatch = Prisma.SourceWatchGetPayload<object>;

/** Keeps the channels by which providers say "look now", and the addresses that they call. */
export function sourceWatchRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    find: (sourceId: string): Promise<StoredWatch | null> =>
      tx.sourceWatch.findFirst({ where: { workspaceId, sourceId } }),

    /** Lists the channels of an account, or that of one source. */
    listOf: async (
      of: { connectionId: string } | { id: string },
    ): Promise<{ id: string; resource: string | null; expiresAt: Date; kind: string }[]> => {
      const rows = await tx.sourceWatch.findMany({
        where: { workspaceId, source: of },
        include: { source: { select: { kind: true } } },
      });
      return rows.map(({ remoteId, resource, expiresAt, source }) => ({
        id: remoteId,
        resource,
        expiresAt,
        kind: source.kind,
      }));
    },

    put: async (watch: Omit<StoredWatch, "workspaceId" | "failures">): Promise<void> => {
      const { sourceId, ...rest } = watch;
      await tx.sourceWatch.upsert({
        where: { sourceId },
        create: { ...rest, sourceId, workspaceId },
        update: { ...rest, failures: 0 },
      });
    },

    noteFailure: async (sourceId: string, renewAt: Date): Promise<number> => {
      const [row] = await tx.sourceWatch.updateManyAndReturn({
        where: { workspaceId, sourceId },
        data: { failures: { increment: 1 }, renewAt },
        select: { failures: true },
      });
      return row?.failures ?? 0;
    },

    remove: async (sourceId: string): Promise<void> => {
      await tx.sourceWatch.deleteMany({ where: { workspaceId, sourceId } });
      await tx.hookEndpoint.deleteMany({ where: { workspaceId, ref: sourceId } });
    },

    /** Opens an address for a source. Those before it are closed by `closeOthers`, once the provider knows the new one. */
    openHook: async (given: {
      tokenHash: string;
      secretHash: string;
      kind: string;
      ref: string;
      at: Date;
    }): Promise<void> => {
      const { at, ...rest } = given;
      await tx.hookEndpoint.create({ data: { ...rest, workspaceId, createdAt: at } });
    },

    closeHooks: async (ref: string, { but }: { but: string }): Promise<void> => {
      await tx.hookEndpoint.deleteMany({
        where: { workspaceId, ref, tokenHash: { not: but } },
      });
    },

    listDeliveries: (tokenHash: string) =>
      tx.hookDelivery.findMany({
        where: { workspaceId, tokenHash },
        orderBy: { receivedAt: "desc" },
        take: 20,
      }),
  };
}
