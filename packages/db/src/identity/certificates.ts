import type { IdentityTx } from "./identity-tx";

export function certificateRepository(tx: IdentityTx) {
  return {
    /** Returns the signed certificate of the end of a workspace by the token of its link. */
    find: (tokenHash: string) =>
      tx.workspaceDeparture.findFirst({
        where: { tokenHash },
        select: { certificate: true, keyId: true, signature: true, publicKey: true },
      }),
  };
}
