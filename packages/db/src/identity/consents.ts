import type { IdentityTx } from "./identity-tx";

/** Finds whose consent comes back, by the hash of its state. */
export function returningConsentRepository(tx: IdentityTx) {
  return {
    /** Uses a consent up and returns whose it is; null if there is none, if it was used, or if it is too old. */
    use: async (stateHash: string, now: Date) => {
      const [used] = await tx.oauthAttempt.updateManyAndReturn({
        where: { stateHash, usedAt: null, expiresAt: { gt: now } },
        data: { usedAt: now },
        select: { workspaceId: true, userId: true, sessionId: true, returnTo: true },
      });
      return used ?? null;
    },
  };
}
