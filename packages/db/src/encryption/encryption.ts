import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const MOST_EVENTS = 100;

/** Reads facts about the keys of a workspace, and no key. */
export function encryptionRepository(tx: Tx, { workspaceId }: Pick<Scope, "workspaceId">) {
  return {
    versions: () =>
      tx.workspaceKey.findMany({
        where: { workspaceId },
        orderBy: { version: "desc" },
        select: {
          version: true,
          state: true,
          kekId: true,
          createdAt: true,
          wrappedAt: true,
          retiredAt: true,
          destroyedAt: true,
        },
      }),

    /** Lists what happened to the keys, newest first. */
    events: () =>
      tx.keyEvent.findMany({
        where: { workspaceId },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: MOST_EVENTS,
        select: { id: true, version: true, kind: true, kekId: true, at: true },
      }),

    files: () => tx.fileEncryption.findUnique({ where: { workspaceId } }),
  };
}
