import type { Prisma } from "../generated/client";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

export type StoredConsent = Prisma.OauthAttemptGetPayload<object>;

/** Keeps the consents that people have begun, until they come back. */
export function consentRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    add: async (
      given: Omit<StoredConsent, "workspaceId" | "usedAt" | "sealedVerifier"> & {
        sealedVerifier: Uint8Array;
      },
    ): Promise<void> => {
      await tx.oauthAttempt.create({
        data: { ...given, sealedVerifier: new Uint8Array(given.sealedVerifier), workspaceId },
      });
    },

    find: (stateHash: string): Promise<StoredConsent | null> =>
      tx.oauthAttempt.findFirst({ where: { workspaceId, stateHash } }),

    remove: async (stateHash: string): Promise<void> => {
      await tx.oauthAttempt.deleteMany({ where: { workspaceId, stateHash } });
    },
  };
}
