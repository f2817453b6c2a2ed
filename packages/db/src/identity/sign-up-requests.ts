import { newId } from "../ids";
import type { IdentityTx } from "./identity-tx";

/** Stores the requests of people who want to sign up and have not proven their address yet. */
export function signUpRequestRepository(tx: IdentityTx) {
  return {
    create: async (request: {
      email: string;
      name: string;
      workspaceName: string;
      passwordHash: string;
      tokenHash: string;
      expiresAt: Date;
    }): Promise<void> => {
      await tx.signUpRequest.createMany({ data: [{ id: newId("sur"), ...request }] });
    },

    findOpen: (tokenHash: string, now: Date) =>
      tx.signUpRequest.findFirst({
        where: { tokenHash, expiresAt: { gt: now } },
        select: { id: true, email: true, name: true, workspaceName: true, passwordHash: true },
      }),

    /** Deletes every request for the address, with the passwords chosen in them. */
    removeAll: async (email: string): Promise<void> => {
      await tx.signUpRequest.deleteMany({ where: { email } });
    },
  };
}
