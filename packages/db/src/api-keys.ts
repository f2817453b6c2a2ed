import type { Tx } from "./database";
import { newId } from "./ids";
import type { Scope } from "./scope";

const columns = {
  id: true,
  name: true,
  prefix: true,
  userId: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
} as const;

export function apiKeyRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    list: (userId: string) =>
      tx.apiKey.findMany({
        where: { workspaceId, userId, revokedAt: null },
        orderBy: { createdAt: "desc" },
        select: columns,
      }),

    create: (key: {
      userId: string;
      name: string;
      prefix: string;
      keyHash: string;
      expiresAt: Date | null;
    }) => tx.apiKey.create({ data: { id: newId("key"), workspaceId, ...key }, select: columns }),

    /** False when the user has no such key. */
    revoke: async (userId: string, id: string, now: Date): Promise<boolean> => {
      const { count } = await tx.apiKey.updateMany({
        where: { id, workspaceId, userId, revokedAt: null },
        data: { revokedAt: now },
      });
      return count > 0;
    },
  };
}
