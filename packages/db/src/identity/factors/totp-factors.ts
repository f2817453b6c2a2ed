import type { IdentityTx } from "../identity-tx";

/** Stores the sealed secrets of the apps that show codes: one for each person. */
export function totpFactorRepository(tx: IdentityTx) {
  return {
    find: (userId: string) =>
      tx.totpFactor.findUnique({
        where: { userId },
        select: { sealedSecret: true, lastStep: true, confirmedAt: true },
      }),

    /** Stores a secret that is not confirmed yet, in place of another such. Leaves a confirmed one alone. */
    begin: async (userId: string, sealedSecret: Uint8Array<ArrayBuffer>): Promise<void> => {
      await tx.totpFactor.deleteMany({ where: { userId, confirmedAt: null } });
      await tx.totpFactor.createMany({ data: [{ userId, sealedSecret }], skipDuplicates: true });
    },

    /** Records that the code of this step was taken. Returns false if it, or a later one, was taken before. */
    take: async (userId: string, step: number, confirmedAt?: Date): Promise<boolean> => {
      const { count } = await tx.totpFactor.updateMany({
        where: { userId, lastStep: { lt: step }, ...(confirmedAt && { confirmedAt: null }) },
        data: { lastStep: step, ...(confirmedAt && { confirmedAt }) },
      });
      return count > 0;
    },

    remove: async (userId: string): Promise<boolean> => {
      const { count } = await tx.totpFactor.deleteMany({ where: { userId } });
      return count > 0;
    },
  };
}
