import { newId } from "../../ids";
import type { IdentityTx } from "../identity-tx";

type At = { connectionId: string; issuer: string; subject: string };

/** Stores whom connections know. An account is found by connection, issuer and subject, and never by an address. */
export function ssoIdentityRepository(tx: IdentityTx) {
  return {
    find: async (at: At): Promise<{ id: string; userId: string } | null> =>
      tx.ssoIdentity.findUnique({
        where: { connectionId_issuer_subject: at },
        select: { id: true, userId: true },
      }),

    /** Returns false if the connection knows this subject already. */
    link: async (
      identity: At & { workspaceId: string; userId: string; email: string },
    ): Promise<boolean> => {
      const { count } = await tx.ssoIdentity.createMany({
        data: [{ id: newId("idn"), ...identity }],
        skipDuplicates: true,
      });
      return count > 0;
    },

    touch: async (id: string, email: string, now: Date): Promise<void> => {
      await tx.ssoIdentity.updateMany({ where: { id }, data: { email, lastUsedAt: now } });
    },

    unlink: async (userId: string, id: string): Promise<boolean> => {
      const { count } = await tx.ssoIdentity.deleteMany({ where: { id, userId } });
      return count > 0;
    },

    /** Links a person of another server. Returns false if that person is linked already. */
    linkExternal: async (external: {
      issuer: string;
      subject: string;
      userId: string;
    }): Promise<boolean> => {
      const { count } = await tx.externalIdentity.createMany({
        data: [external],
        skipDuplicates: true,
      });
      return count > 0;
    },

    findExternal: async (issuer: string, subject: string): Promise<string | null> => {
      const found = await tx.externalIdentity.findUnique({
        where: { issuer_subject: { issuer, subject } },
        select: { userId: true },
      });
      return found?.userId ?? null;
    },
  };
}
