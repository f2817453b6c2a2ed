import type { Prisma } from "../../generated/client";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

export type DocumentFeatures = {
  version: string;
  values: Uint8Array;
  excerpt: string;
  /** The answer of the shipped model alone. Absent: what is kept of it stays. */
  guess?: Prisma.InputJsonValue | undefined;
};

/** Keeps the numbers of documents that others are compared with: one row for each document. */
export function documentFeaturesRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    find: (documentId: string) =>
      tx.documentFeatures.findFirst({
        where: { documentId, workspaceId },
        select: { version: true, values: true, excerpt: true, guess: true },
      }),

    put: async (
      documentId: string,
      { version, values, excerpt, guess }: DocumentFeatures,
    ): Promise<void> => {
      const row = {
        version,
        values: Uint8Array.from(values),
        excerpt,
        ...(guess !== undefined && { guess }),
      };
      await tx.documentFeatures.upsert({
        where: { documentId, workspaceId },
        create: { documentId, workspaceId, ...row },
        update: row,
        select: { documentId: true },
      });
    },
  };
}
