import type { Scope } from "../../scope";
import type { Tx } from "../tx";

export type DocumentFeatures = { version: string; values: Uint8Array; excerpt: string };

/** Keeps the numbers of documents that others are compared with: one row for each document. */
export function documentFeaturesRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    put: async (
      documentId: string,
      { version, values, excerpt }: DocumentFeatures,
    ): Promise<void> => {
      const row = { version, values: Uint8Array.from(values), excerpt };
      await tx.documentFeatures.upsert({
        where: { documentId, workspaceId },
        create: { documentId, workspaceId, ...row },
        update: row,
        select: { documentId: true },
      });
    },
  };
}
