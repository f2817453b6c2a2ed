import type { Prisma } from "../../generated/client";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

export type PageText = Prisma.PageTextGetPayload<{ omit: { workspaceId: true; documentId: true } }>;

export function pageTextRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Replaces all pages of a document, so that reading twice leaves one set. */
    replace: async (documentId: string, pages: readonly PageText[]): Promise<void> => {
      await tx.pageText.deleteMany({ where: { workspaceId, documentId } });
      await tx.pageText.createMany({
        data: pages.map((page) => ({ ...page, workspaceId, documentId })),
      });
    },

    list: (documentId: string): Promise<PageText[]> =>
      tx.pageText.findMany({
        where: { workspaceId, documentId },
        orderBy: { number: "asc" },
        omit: { workspaceId: true, documentId: true },
      }),
  };
}
