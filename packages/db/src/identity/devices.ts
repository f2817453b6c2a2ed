import { newId } from "../ids";
import type { IdentityTx } from "./identity-tx";

/** Browsers in which people have signed in before; of each, only the hash of the token that it keeps. */
export function deviceRepository(tx: IdentityTx) {
  return {
    find: async (tokenHash: string, userId: string): Promise<string | null> => {
      const device = await tx.knownDevice.findUnique({
        where: { tokenHash_userId: { tokenHash, userId } },
        select: { id: true },
      });
      return device?.id ?? null;
    },

    /** The browser knows this person from now on, by a new token: what it was known by before, for whomever, goes over to it. */
    remember: async (
      userId: string,
      tokenHash: string,
      { before, now }: { before: string | null; now: Date },
    ): Promise<void> => {
      if (before)
        await tx.knownDevice.updateMany({
          where: { tokenHash: before },
          data: { tokenHash, lastSeenAt: now },
        });
      await tx.knownDevice.createMany({
        data: [{ id: newId("dev"), userId, tokenHash, createdAt: now, lastSeenAt: now }],
        skipDuplicates: true,
      });
    },

    forgetAll: async (userId: string): Promise<void> => {
      await tx.knownDevice.deleteMany({ where: { userId } });
    },
  };
}
