import { newId } from "../../ids";
import type { IdentityTx } from "../identity-tx";

type Proof = { userId: string; email: string; tokenHash: string; expiresAt: Date };

/** Stores links that prove the address of an account. Of each it stores only the hash of its token. */
export function addressProofRepository(tx: IdentityTx) {
  return {
    create: async (proof: Proof): Promise<void> => {
      await tx.addressProof.createMany({ data: [{ id: newId("apf"), ...proof }] });
    },

    /** Uses a link up. Returns its person and address, or null if it was used, has run out or is unknown. */
    use: async (
      tokenHash: string,
      now: Date,
    ): Promise<{ userId: string; email: string } | null> => {
      const [used] = await tx.addressProof.updateManyAndReturn({
        where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
        data: { usedAt: now },
        select: { userId: true, email: true },
      });
      return used ?? null;
    },

    closeAll: async (userId: string, now: Date): Promise<void> => {
      await tx.addressProof.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } });
    },
  };
}
