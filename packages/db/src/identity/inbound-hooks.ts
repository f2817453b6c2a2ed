import type { IdentityTx } from "./identity-tx";

/** Finds the address at which others tell a workspace something. */
export function inboundHookFinder(tx: IdentityTx) {
  return {
    find: (tokenHash: string) =>
      tx.inboundHook.findFirst({
        where: { tokenHash },
        select: {
          id: true,
          workspaceId: true,
          ownerId: true,
          isSigned: true,
          isOn: true,
          sealedSecret: true,
          sealedBefore: true,
          beforeUntil: true,
        },
      }),
  };
}
