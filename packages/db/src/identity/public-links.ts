import type { IdentityTx } from "./identity-tx";

export function publicLinkRepository(tx: IdentityTx) {
  return {
    /** Returns null if the link was revoked or has run out. */
    findOpen: (tokenHash: string, now: Date) =>
      tx.documentLink.findFirst({
        where: { tokenHash, revokedAt: null, expiresAt: { gt: now } },
        select: { id: true, workspaceId: true, documentId: true, mayDownload: true },
      }),
  };
}
