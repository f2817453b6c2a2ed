import { newId } from "../ids";
import type { IdentityTx } from "./identity-tx";

/** Stores links to choose a new password. Of each it stores only the hash of its token. */
export function passwordResetRepository(tx: IdentityTx) {
  return {
    create: async (reset: {
      userId: string;
      tokenHash: string;
      expiresAt: Date;
    }): Promise<void> => {
      await tx.passwordReset.createMany({ data: [{ id: newId("rst"), ...reset }] });
    },

    /** Returns the link and its person if the link is still open. */
    findOpen: (tokenHash: string, now: Date) =>
      tx.passwordReset.findFirst({
        where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
        select: { id: true, user: { select: { id: true, email: true, name: true } } },
      }),

    /** Returns false if the link was already used, such as by a simultaneous request. */
    use: async (id: string, now: Date): Promise<boolean> => {
      const { count } = await tx.passwordReset.updateMany({
        where: { id, usedAt: null },
        data: { usedAt: now },
      });
      return count > 0;
    },

    closeAll: async (userId: string, now: Date): Promise<void> => {
      await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } });
    },
  };
}
