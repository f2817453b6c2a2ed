import type { Tx } from "./database";
import type { Prisma } from "./generated/client";
import type { Scope } from "./scope";

export type Passage = {
  number: number;
  text: string;
  start: number;
  end: number;
  page: number;
  headingPath: string[];
  at: Prisma.InputJsonValue;
};

export function passageRepository(tx: Tx, { workspaceId, principals }: Scope) {
  return {
    /** Replaces all passages of a document, so that indexing twice leaves one set. */
    replace: async (documentId: string, passages: readonly Passage[]): Promise<void> => {
      await tx.passage.deleteMany({ where: { workspaceId, documentId } });
      await tx.passage.createMany({
        data: passages.map((passage) => ({ ...passage, workspaceId, documentId })),
      });
    },

    list: (documentId: string) =>
      tx.passage.findMany({
        where: { workspaceId, documentId },
        orderBy: { number: "asc" },
        omit: { workspaceId: true, documentId: true },
      }),

    /** The index proposes, Postgres disposes: only passages of documents that the actor may see and that are not in the trash come back. */
    listVisible: (keys: readonly { documentId: string; number: number }[]) =>
      keys.length === 0
        ? Promise.resolve([])
        : tx.passage.findMany({
            where: {
              workspaceId,
              OR: keys.map(({ documentId, number }) => ({ documentId, number })),
              document: { trashedAt: null, access: { hasSome: [...principals] } },
            },
            omit: { workspaceId: true },
          }),
  };
}
