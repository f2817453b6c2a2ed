import { newId } from "../ids";
import type { IdentityTx } from "./identity-tx";

/** Stores the browsers in which people signed in before. Of each it stores only the hash of the browser's token. */
export function deviceRepository(tx: IdentityTx) {
  return {
    find: async (tokenHash: string, userId: string): Promise<string | null> => {
      const device = await tx.knownDevice.findUnique({
        where: { tokenHash_userId: { tokenHash, userId } },
        select: { id: true },
      });
      return device?.id ?? null;
    },

    /**
     * Records that the person signed in with this browser, under a new token. Moves the entries of the browser's former token, for every
     * person, to the new one.
     */
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
