import type { IdentityTx } from "./identity-tx";

export function publicLinkRepository(tx: IdentityTx) {
  return {
    /** Returns null if the link was revoked or has run out, or while its workspace is suspended. */
    findOpen: async (tokenHash: string, now: Date) => {
      const link = await tx.documentLink.findFirst({
        where: { tokenHash, revokedAt: null, expiresAt: { gt: now } },
        select: { id: true, workspaceId: true, documentId: true, mayDownload: true },
      });
      const isOpen =
        link && (await tx.workspace.count({ where: { id: link.workspaceId, suspendedAt: null } }));
      return isOpen ? link : null;
    },
  };
}
