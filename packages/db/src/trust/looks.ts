import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { PlatformTx } from "../platform/platform-tx";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

/** A look of a platform admin into a workspace, as it is stored. */
export type StoredLook = Prisma.WorkspaceLookGetPayload<{ omit: { workspaceId: true } }>;

/** Reads and writes looks of platform admins into the workspace. */
export function lookRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    list: (limit: number): Promise<StoredLook[]> =>
      tx.workspaceLook.findMany({
        where: { workspaceId },
        orderBy: [{ askedAt: "desc" }, { id: "desc" }],
        take: limit,
        omit: { workspaceId: true },
      }),

    find: (id: string): Promise<StoredLook | null> =>
      tx.workspaceLook.findFirst({ where: { workspaceId, id }, omit: { workspaceId: true } }),

    /** Returns the admin's look that is under way or waits for an answer. */
    findOpen: (adminId: string, now: Date): Promise<StoredLook | null> =>
      tx.workspaceLook.findFirst({
        where: {
          workspaceId,
          adminId,
          closedAt: null,
          OR: [{ endsAt: null }, { endsAt: { gt: now } }],
        },
        orderBy: { askedAt: "desc" },
        omit: { workspaceId: true },
      }),

    add: async (look: Omit<StoredLook, "id" | "closedAt" | "decidedById">): Promise<string> => {
      const id = newId("wlk");
      await tx.workspaceLook.createMany({ data: [{ id, workspaceId, ...look }] });
      return id;
    },

    /** Changes a look that is not closed. Returns false if it is. */
    change: async (
      id: string,
      changes: Partial<Pick<StoredLook, "beganAt" | "endsAt" | "closedAt" | "decidedById">>,
    ): Promise<boolean> =>
      (
        await tx.workspaceLook.updateMany({
          where: { workspaceId, id, closedAt: null },
          data: changes,
        })
      ).count > 0,
  };
}

/** Reads looks into any workspace, for platform admins. */
export function platformLookRepository(tx: PlatformTx) {
  return {
    list: (workspaceId: string, limit: number): Promise<StoredLook[]> =>
      tx.workspaceLook.findMany({
        where: { workspaceId },
        orderBy: [{ askedAt: "desc" }, { id: "desc" }],
        take: limit,
        omit: { workspaceId: true },
      }),
  };
}
