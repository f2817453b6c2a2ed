import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** Keeps when each person opened a document last. */
export function documentOpeningRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    put: async (documentId: string, userId: string, openedAt: Date): Promise<void> => {
      await tx.documentOpening.upsert({
        where: { documentId_userId: { documentId, userId }, workspaceId },
        create: { documentId, userId, workspaceId, openedAt },
        update: { openedAt },
        select: { documentId: true },
      });
    },
  };
}
