import { afterKey, toPage } from "../cursor";
import { newId } from "../ids";
import { literally } from "../literally";
import type { PlatformTx } from "./platform-tx";

const columns = {
  id: true,
  email: true,
  name: true,
  isPlatformAdmin: true,
  createdAt: true,
  suspendedAt: true,
} as const;

/** Reads people, their places and their sessions, and suspends them, for admins of the platform. It sees no password. */
export function peopleRepository(tx: PlatformTx) {
  return {
    /** Returns a page of people whose name or address holds the text, by address. */
    list: async (
      { text }: { text?: string | undefined },
      { limit, cursor }: { limit: number; cursor?: string | undefined },
    ) => {
      const after = afterKey(cursor, "platform/people", (text) => text);
      const found = await tx.user.findMany({
        where: {
          AND: [
            text
              ? {
                  OR: [
                    { email: { contains: literally(text), mode: "insensitive" } },
                    { name: { contains: literally(text), mode: "insensitive" } },
                  ],
                }
              : {},
            after ? { email: { gt: after.key } } : {},
          ],
        },
        orderBy: { email: "asc" },
        take: limit + 1,
        select: { ...columns, _count: { select: { memberships: true } } },
      });
      return toPage(
        found.map(({ _count, ...person }) => ({ ...person, workspaces: _count.memberships })),
        { limit, list: "platform/people", keyOf: ({ email, id }) => [email, id] },
      );
    },

    find: (id: string) => tx.user.findUnique({ where: { id }, select: columns }),

    findByEmail: (email: string) => tx.user.findUnique({ where: { email }, select: columns }),

    listMemberships: (userId: string) =>
      tx.membership.findMany({
        where: { userId },
        orderBy: { createdAt: "asc" },
        select: {
          role: true,
          createdAt: true,
          workspace: { select: { id: true, name: true, suspendedAt: true } },
        },
      }),

    /** Returns the sessions that have not ended, the one used last first. */
    listSessions: (userId: string, now: Date) =>
      tx.session.findMany({
        where: { userId, revokedAt: null, expiresAt: { gt: now } },
        orderBy: { lastSeenAt: "desc" },
        take: 100,
        select: {
          id: true,
          app: true,
          userAgent: true,
          ip: true,
          createdAt: true,
          lastSeenAt: true,
        },
      }),

    /** Ends the session, or all of the person. Returns how many had not ended before. */
    revokeSessions: async (userId: string, now: Date, id?: string): Promise<number> => {
      const { count } = await tx.session.updateMany({
        where: { userId, revokedAt: null, ...(id && { id }) },
        data: { revokedAt: now },
      });
      return count;
    },

    /** Returns false if there is no such person or they are so already. */
    setSuspended: async (id: string, at: Date | null): Promise<boolean> => {
      const { count } = await tx.user.updateMany({
        where: { id, suspendedAt: at ? null : { not: null } },
        data: { suspendedAt: at },
      });
      return count > 0;
    },

    addPasswordReset: async (reset: {
      userId: string;
      tokenHash: string;
      expiresAt: Date;
    }): Promise<void> => {
      await tx.passwordReset.createMany({ data: [{ id: newId("rst"), ...reset }] });
    },
  };
}
