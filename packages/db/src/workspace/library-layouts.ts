import type { Scope } from "../scope";
import type { Tx } from "./tx";

/** One person's layout of the library. */
export type LibraryLayout = { columns: string[]; density: string; look: string };

/** Keeps the layouts of the library. */
export function libraryLayoutRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    find: (userId: string): Promise<LibraryLayout | null> =>
      tx.libraryLayout.findUnique({
        where: { workspaceId_userId: { workspaceId, userId } },
        select: { columns: true, density: true, look: true },
      }),

    put: async (userId: string, layout: LibraryLayout): Promise<void> => {
      await tx.libraryLayout.upsert({
        where: { workspaceId_userId: { workspaceId, userId } },
        create: { workspaceId, userId, ...layout },
        update: layout,
        select: { userId: true },
      });
    },
  };
}
