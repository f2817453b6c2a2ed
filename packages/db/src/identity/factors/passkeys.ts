import { newId } from "../../ids";
import type { IdentityTx } from "../identity-tx";

const columns = {
  id: true,
  userId: true,
  name: true,
  host: true,
  credentialId: true,
  transports: true,
  isBackedUp: true,
  createdAt: true,
  lastUsedAt: true,
} as const;

type NewPasskey = {
  userId: string;
  name: string;
  host: string;
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  transports: string[];
  isBackedUp: boolean;
};

/** Stores the public halves of passkeys. */
export function passkeyRepository(tx: IdentityTx) {
  return {
    /** Lets one transaction at a time change how many passkeys the person has. */
    lock: async (userId: string): Promise<void> => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`passkeys/${userId}`}, 0))`;
    },

    list: (userId: string) =>
      tx.passkey.findMany({ where: { userId }, orderBy: { createdAt: "asc" }, select: columns }),

    /** Returns the passkey with its public key and counter, or null. */
    findByCredential: (credentialId: string) =>
      tx.passkey.findUnique({
        where: { credentialId },
        select: { ...columns, publicKey: true, counter: true },
      }),

    /** Returns the id of the new passkey, or null if the credential is known already. */
    create: async (passkey: NewPasskey): Promise<string | null> => {
      const id = newId("psk");
      const { count } = await tx.passkey.createMany({
        data: [{ id, ...passkey }],
        skipDuplicates: true,
      });
      return count > 0 ? id : null;
    },

    /**
     * Records a use with the counter that the device reported. Returns false if another use was recorded since `before`: of two answers with one
     * counter, only one counts.
     */
    use: async (
      id: string,
      { before, counter, now }: { before: bigint; counter: number; now: Date },
    ): Promise<boolean> => {
      const { count } = await tx.passkey.updateMany({
        where: { id, counter: before },
        data: { counter, lastUsedAt: now },
      });
      return count > 0;
    },

    rename: async (userId: string, id: string, name: string): Promise<boolean> => {
      const { count } = await tx.passkey.updateMany({ where: { id, userId }, data: { name } });
      return count > 0;
    },

    remove: async (userId: string, id: string): Promise<boolean> => {
      const { count } = await tx.passkey.deleteMany({ where: { id, userId } });
      return count > 0;
    },
  };
}
