import { newId } from "../ids";
import type { IdentityTx } from "./identity-tx";

const columns = {
  id: true,
  email: true,
  name: true,
  isPlatformAdmin: true,
  language: true,
  createdAt: true,
  emailProvenAt: true,
} as const;

export function userRepository(tx: IdentityTx) {
  return {
    find: (id: string) => tx.user.findUnique({ where: { id }, select: columns }),

    findByEmail: (email: string) => tx.user.findUnique({ where: { email }, select: columns }),

    /** Reserves the address until the transaction ends: nobody else may take it. */
    reserveEmail: async (email: string): Promise<void> => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`user/${email}`}, 0))`;
    },

    /** Returns the user with the password hash. No other query returns the hash. */
    findCredentials: (by: { email: string } | { id: string }) =>
      tx.user.findUnique({
        where: by,
        select: { ...columns, passwordHash: true, suspendedAt: true },
      }),

    create: (user: {
      email: string;
      name: string;
      passwordHash: string | null;
      isPlatformAdmin?: boolean;
      emailProvenAt?: Date;
    }) => tx.user.create({ data: { id: newId("usr"), ...user }, select: columns }),

    /** Null takes the password away. */
    changePassword: async (id: string, passwordHash: string | null, now: Date): Promise<void> => {
      await tx.user.update({
        where: { id },
        data: { passwordHash, passwordChangedAt: now },
        select: { id: true },
      });
    },

    /** Records that the address was proven. Does nothing if the person has another address by now. */
    proveAddress: async (id: string, email: string, now: Date): Promise<boolean> => {
      const { count } = await tx.user.updateMany({
        where: { id, email },
        data: { emailProvenAt: now },
      });
      return count > 0;
    },

    rename: async (id: string, name: string): Promise<void> => {
      await tx.user.update({ where: { id }, data: { name }, select: { id: true } });
    },

    changeLanguage: async (id: string, language: string | null): Promise<void> => {
      await tx.user.update({ where: { id }, data: { language }, select: { id: true } });
    },

    setTimeZone: async (id: string, timeZone: string): Promise<void> => {
      await tx.user.update({ where: { id }, data: { timeZone }, select: { id: true } });
    },

    /** Removes a person. Their sessions, memberships and browsers go with them; what they wrote stays without a name. */
    remove: async (id: string): Promise<void> => {
      await tx.user.deleteMany({ where: { id } });
    },

    /** Returns false if nobody has the address, or the person is an admin already. */
    makePlatformAdmin: async (email: string): Promise<boolean> => {
      const { count } = await tx.user.updateMany({
        where: { email, isPlatformAdmin: false },
        data: { isPlatformAdmin: true },
      });
      return count > 0;
    },
  };
}
