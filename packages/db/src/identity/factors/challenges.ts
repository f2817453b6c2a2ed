import { newId } from "../../ids";
import type { IdentityTx } from "../identity-tx";

const MOST_TRIES = 5;

export type ChallengePurpose = "second-factor" | "register" | "sign-in" | "confirm";

type Challenge = {
  purpose: ChallengePurpose;
  tokenHash: string;
  userId: string | null;
  app: string;
  method?: string;
  expiresAt: Date;
};

/** Stores questions that wait for one answer. Of each it stores only the hash of its token. */
export function challengeRepository(tx: IdentityTx) {
  return {
    create: async (challenge: Challenge): Promise<void> => {
      await tx.signInChallenge.createMany({ data: [{ id: newId("chl"), ...challenge }] });
    },

    /** Counts a try. Returns the challenge, or null if it was used, has run out, is unknown or was tried too often. */
    begin: async (tokenHash: string, purpose: ChallengePurpose, now: Date) => {
      const [found] = await tx.signInChallenge.updateManyAndReturn({
        where: {
          tokenHash,
          purpose,
          usedAt: null,
          expiresAt: { gt: now },
          tries: { lt: MOST_TRIES },
        },
        data: { tries: { increment: 1 } },
        select: { id: true, userId: true, app: true, method: true },
      });
      return found ?? null;
    },

    /** Returns false if the challenge was already used, such as by a simultaneous request. */
    use: async (id: string, now: Date): Promise<boolean> => {
      const { count } = await tx.signInChallenge.updateMany({
        where: { id, usedAt: null },
        data: { usedAt: now },
      });
      return count > 0;
    },
  };
}
