import type { Scope } from "../scope";
import type { Tx } from "./tx";

const columns = { id: true, name: true, createdAt: true } as const;

export function workspaceRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    current: () => tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: columns }),

    /** Lets nobody in any more. */
    suspend: async (at: Date): Promise<void> => {
      await tx.workspace.updateMany({
        where: { id: workspaceId, suspendedAt: null },
        data: { suspendedAt: at },
      });
    },

    rename: (name: string) =>
      tx.workspace.update({ where: { id: workspaceId }, data: { name }, select: columns }),
  };
}
