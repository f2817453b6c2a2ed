import type { IdentityTx } from "./identity-tx";

export function invitationRepository(tx: IdentityTx) {
  return {
    findOpen: (tokenHash: string, now: Date) =>
      tx.invitation.findFirst({
        where: { tokenHash, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
        select: {
          id: true,
          email: true,
          role: true,
          workspaceId: true,
          workspace: { select: { name: true } },
        },
      }),

    /** Returns false if the invitation is no longer open, such as after a simultaneous acceptance. */
    accept: async (id: string, now: Date): Promise<boolean> => {
      const { count } = await tx.invitation.updateMany({
        where: { id, acceptedAt: null, revokedAt: null },
        data: { acceptedAt: now },
      });
      return count > 0;
    },
  };
}
