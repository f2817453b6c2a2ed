import type { PlatformClient } from "./platform-tx";

export type UnsentEvent = { id: string; name: string; data: unknown; createdAt: Date };

export function outboxRelayRepository(prisma: PlatformClient) {
  return {
    /** Lists unsent events, oldest first. Two relays may read the same events: the engine detects a duplicate by its id. */
    listUnsent: (limit: number): Promise<UnsentEvent[]> =>
      prisma.outboxEvent.findMany({
        where: { sentAt: null },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        take: limit,
        select: { id: true, name: true, data: true, createdAt: true },
      }),

    markSent: async (ids: readonly string[], sentAt: Date): Promise<void> => {
      await prisma.outboxEvent.updateMany({ where: { id: { in: [...ids] } }, data: { sentAt } });
    },

    removeSentBefore: async (before: Date): Promise<number> => {
      const { count } = await prisma.outboxEvent.deleteMany({ where: { sentAt: { lt: before } } });
      return count;
    },
  };
}
