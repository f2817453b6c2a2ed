import { newId } from "../ids";
import type { IdentityTx } from "./identity-tx";

/** Links to choose a new password; of each, only the hash of its token. */
export function passwordResetRepository(tx: IdentityTx) {
  return {
    create: async (reset: {
      userId: string;
      tokenHash: string;
      expiresAt: Date;
    }): Promise<void> => {
      await tx.passwordReset.createMany({ data: [{ id: newId("rst"), ...reset }] });
    },

    /** The person whose open link this is. */
    findOpen: (tokenHash: string, now: Date) =>
      tx.passwordReset.findFirst({
        where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
        select: { id: true, user: { select: { id: true, email: true, name: true } } },
      }),

    /** False when somebody was quicker. */
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
