import { newId } from "../../ids";
import type { IdentityTx } from "../identity-tx";

/** Stores codes that replace a lost factor. Of each it stores only a hash. */
export function recoveryCodeRepository(tx: IdentityTx) {
  return {
    /** Stores new codes in place of all before. */
    replace: async (userId: string, hashes: readonly string[]): Promise<void> => {
      await tx.recoveryCode.deleteMany({ where: { userId } });
      await tx.recoveryCode.createMany({
        data: hashes.map((codeHash) => ({ id: newId("rec"), userId, codeHash })),
      });
    },

    countLeft: (userId: string): Promise<number> =>
      tx.recoveryCode.count({ where: { userId, usedAt: null } }),

    /** Uses a code up. Returns false if it is unknown or was used, such as by a simultaneous request. */
    use: async (userId: string, codeHash: string, now: Date): Promise<boolean> => {
      const { count } = await tx.recoveryCode.updateMany({
        where: { userId, codeHash, usedAt: null },
        data: { usedAt: now },
      });
      return count > 0;
    },

    removeAll: async (userId: string): Promise<void> => {
      await tx.recoveryCode.deleteMany({ where: { userId } });
    },
  };
}
