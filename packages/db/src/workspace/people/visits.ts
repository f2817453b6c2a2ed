import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** Numbers of what others did since a moment, of what the reader may see. */
export type News = { ready: number; failed: number; comments: number };

/** Keeps when each person was here, and counts what came since. */
export function visitRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const seen = { access: { hasSome: [...principals] }, trashedAt: null };

  return {
    find: (userId: string) =>
      tx.visit.findUnique({
        where: { workspaceId_userId: { workspaceId, userId } },
        select: { seenAt: true, beforeAt: true },
      }),

    put: async (userId: string, visit: { seenAt: Date; beforeAt: Date | null }): Promise<void> => {
      await tx.visit.upsert({
        where: { workspaceId_userId: { workspaceId, userId } },
        create: { workspaceId, userId, ...visit },
        update: visit,
        select: { userId: true },
      });
    },

    news: async (userId: string, since: Date): Promise<News> => ({
      ready: await tx.document.count({
        where: { workspaceId, ...seen, status: "ready", readyAt: { gt: since } },
      }),
      failed: await tx.document.count({
        where: { workspaceId, ...seen, status: "failed", updatedAt: { gt: since } },
      }),
      comments: await tx.documentComment.count({
        where: {
          workspaceId,
          document: seen,
          createdAt: { gt: since },
          NOT: { authorId: userId },
        },
      }),
    }),
  };
}
