import { newId } from "../ids";
import type { IdentityTx } from "./identity-tx";

const columns = {
  id: true,
  app: true,
  userAgent: true,
  ip: true,
  createdAt: true,
  lastSeenAt: true,
  expiresAt: true,
  method: true,
  hasSecondFactor: true,
  confirmedAt: true,
} as const;

type Alive = { now: Date; idleSince: Date };

function living({ now, idleSince }: Alive) {
  return { revokedAt: null, expiresAt: { gt: now }, lastSeenAt: { gt: idleSince } };
}

export function sessionRepository(tx: IdentityTx) {
  return {
    create: (session: {
      userId: string;
      app: string;
      userAgent: string;
      ip: string;
      expiresAt: Date;
      method?: string;
      hasSecondFactor?: boolean;
      confirmedAt?: Date;
      onlyWorkspaceId?: string;
      connectionId?: string;
      issuerSid?: string | null;
      issuerSubject?: string;
    }) => tx.session.create({ data: { id: newId("ses"), ...session }, select: columns }),

    /**
     * Returns the session with its user and their workspaces, or null if it was revoked, has expired or was last used before
     * `idleSince`.
     */
    findLive: (id: string, { now, idleSince }: Alive) =>
      tx.session.findFirst({
        where: { id, ...living({ now, idleSince }) },
        select: {
          ...columns,
          user: {
            select: {
              id: true,
              name: true,
              email: true,
              isPlatformAdmin: true,
              memberships: {
                select: { role: true, workspace: { select: { id: true, name: true } } },
                orderBy: { createdAt: "asc" },
              },
            },
          },
        },
      }),

    touch: async (id: string, now: Date): Promise<void> => {
      await tx.session.updateMany({ where: { id }, data: { lastSeenAt: now } });
    },

    /** Records that the person has proven again who they are. Returns false if they have no such live session. */
    confirm: async (
      userId: string,
      id: string,
      proven: { confirmedAt: Date; hasSecondFactor?: true },
    ): Promise<boolean> => {
      const { count } = await tx.session.updateMany({
        where: { id, userId, revokedAt: null },
        data: proven,
      });
      return count > 0;
    },

    /** Returns when the person last proved who they are in this session; null if they have no such live session. */
    findConfirmed: (
      userId: string,
      id: string,
    ): Promise<{ confirmedAt: Date; connectionId: string | null } | null> =>
      tx.session.findFirst({
        where: { id, userId, revokedAt: null },
        select: { confirmedAt: true, connectionId: true },
      }),

    /** Ends the sessions that a connection opened for a subject, or for one session at the issuer. Returns them. */
    revokeOfIssuer: (
      connectionId: string,
      { sid, subject }: { sid: string | null; subject: string | null },
      now: Date,
    ): Promise<{ id: string; userId: string }[]> =>
      tx.session.updateManyAndReturn({
        where: {
          connectionId,
          revokedAt: null,
          ...(sid ? { issuerSid: sid } : { issuerSubject: subject ?? "" }),
          ...(sid && subject && { issuerSubject: subject }),
        },
        data: { revokedAt: now },
        select: { id: true, userId: true },
      }),

    /** Returns the session of another server's session, and when that server was last asked. */
    findExternal: (externalId: string) =>
      tx.session.findUnique({
        where: { externalId },
        select: { id: true, userId: true, checkedAt: true, revokedAt: true, expiresAt: true },
      }),

    /** Creates the session of another server's session once, however many requests come. Returns its id. */
    createExternal: async (session: {
      externalId: string;
      userId: string;
      app: string;
      userAgent: string;
      ip: string;
      expiresAt: Date;
      now: Date;
    }): Promise<string> => {
      const { now, ...fields } = session;
      const times = { checkedAt: now, confirmedAt: now };
      await tx.session.createMany({
        data: [{ id: newId("ses"), ...fields, ...times, method: "supabase" }],
        skipDuplicates: true,
      });
      const { id } = await tx.session.findUniqueOrThrow({
        where: { externalId: session.externalId },
        select: { id: true },
      });
      return id;
    },

    /** Records when the other server last said that its session lives, and how long. */
    noteCheck: async (id: string, now: Date, expiresAt: Date): Promise<void> => {
      await tx.session.updateMany({
        where: { id, revokedAt: null },
        data: { checkedAt: now, expiresAt },
      });
    },

    /** Returns whether the person had a session before. */
    hasAny: async (userId: string): Promise<boolean> =>
      (await tx.session.findFirst({ where: { userId }, select: { id: true } })) !== null,

    /** Lists every session that is kept of a person, ended ones too. */
    listAll: (userId: string) =>
      tx.session.findMany({
        where: { userId },
        orderBy: { createdAt: "asc" },
        select: { ...columns, revokedAt: true },
      }),

    listLive: (userId: string, alive: Alive) =>
      tx.session.findMany({
        where: { userId, ...living(alive) },
        orderBy: { lastSeenAt: "desc" },
        select: columns,
      }),

    /** Returns false if the user has no such live session. */
    revoke: async (userId: string, id: string, now: Date): Promise<boolean> => {
      const { count } = await tx.session.updateMany({
        where: { id, userId, revokedAt: null },
        data: { revokedAt: now },
      });
      return count > 0;
    },

    revokeAll: async (userId: string, now: Date, except?: string): Promise<number> => {
      const { count } = await tx.session.updateMany({
        where: { userId, revokedAt: null, ...(except && { id: { not: except } }) },
        data: { revokedAt: now },
      });
      return count;
    },
  };
}
