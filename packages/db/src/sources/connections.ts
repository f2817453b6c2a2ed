import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const shown = {
  omit: { sealedTokens: true },
  include: { owner: { select: { name: true } } },
} satisfies Prisma.ConnectionFindFirstArgs;

/** A connection without its tokens. */
export type StoredConnection = Prisma.ConnectionGetPayload<typeof shown>;

/** A failure that a connection had, in words for people. */
export type ConnectionError = { at: string; kind: string; message: string };

/** The people whose connections are seen: one person's own, and those of the organisation where `seesShared`. Null: all of them, for jobs. */
export type ConnectionViewer = { userId: string; seesShared: boolean } | null;

/** The columns beside sealed tokens. `version` grows with each refresh. */
export type SealedTokens = { sealed: Uint8Array | null; version: number; expiresAt: Date | null };

export type NewConnection = {
  /** Made before, because tokens are sealed for this id. */
  id: string;
  provider: string;
  kind: string;
  isPractice: boolean;
  subject: string;
  address: string;
  isAddressProven: boolean;
  tenant: string | null;
  scopes: string[];
  settings: Record<string, string>;
  sealedTokens: Uint8Array;
  tokenExpiresAt: Date | null;
  state: string;
  stateReason: string | null;
  ownerId: string;
  at: Date;
};

const ERRORS_KEPT = 10;

/** Reads and writes connections. Tokens are in `readTokens` and `writeTokens` alone. */
export function connectionRepository(tx: Tx, { workspaceId }: Scope) {
  const seenBy = (viewer: ConnectionViewer): Prisma.ConnectionWhereInput => {
    if (!viewer) return { workspaceId };
    const own = { workspaceId, ownerId: viewer.userId };
    return viewer.seesShared ? { workspaceId, OR: [own, { kind: "organisation" }] } : own;
  };

  return {
    newId: () => newId("con"),

    list: (viewer: ConnectionViewer): Promise<StoredConnection[]> =>
      tx.connection.findMany({
        where: seenBy(viewer),
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        take: 500,
        ...shown,
      }),

    find: (id: string, viewer: ConnectionViewer): Promise<StoredConnection | null> =>
      tx.connection.findFirst({ where: { ...seenBy(viewer), id }, ...shown }),

    findByAccount: (provider: string, subject: string): Promise<StoredConnection | null> =>
      tx.connection.findFirst({
        where: { workspaceId, provider, accountSubject: subject },
        ...shown,
      }),

    add: async (given: NewConnection): Promise<void> => {
      const { subject, address, at, sealedTokens, ...rest } = given;
      await tx.connection.create({
        data: {
          ...rest,
          workspaceId,
          accountSubject: subject,
          accountAddress: address,
          sealedTokens: bytes(sealedTokens),
          consentedAt: at,
          createdAt: at,
          lastOkAt: at,
        },
      });
    },

    change: async (
      id: string,
      changes: Prisma.ConnectionUpdateManyMutationInput,
    ): Promise<void> => {
      await tx.connection.updateMany({ where: { workspaceId, id }, data: changes });
    },

    /** Adds a failure to the last ten. */
    addError: async (id: string, error: ConnectionError): Promise<void> => {
      await tx.$executeRaw`
        update connections set last_errors = (
          select coalesce(jsonb_agg(e order by n), '[]') from (
            select e, n from jsonb_array_elements(
              jsonb_build_array(${JSON.stringify(error)}::text::jsonb) || last_errors) with ordinality as x(e, n)
            limit ${ERRORS_KEPT}) as kept)
        where workspace_id = ${workspaceId} and id = ${id}`;
    },

    /** Stops all workers until then. A later moment that is known already stays. */
    block: async (id: string, until: Date): Promise<void> => {
      await tx.$executeRaw`
        update connections set blocked_until = greatest(blocked_until, ${until}::timestamptz),
               state = case when state in ('ok', 'limited') then 'throttled' else state end
        where workspace_id = ${workspaceId} and id = ${id}`;
    },

    /** Waits until no other transaction refreshes the tokens of this connection. */
    lock: async (id: string): Promise<void> => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`connection ${id}`}, 0))`;
    },

    /** Takes the right to refresh the tokens, if nobody holds it. A worker that died loses it by itself. */
    takeRefresh: async (
      id: string,
      { now, until }: { now: Date; until: Date },
    ): Promise<boolean> => {
      const { count } = await tx.connection.updateMany({
        where: {
          workspaceId,
          id,
          OR: [{ refreshingUntil: null }, { refreshingUntil: { lte: now } }],
        },
        data: { refreshingUntil: until },
      });
      return count > 0;
    },

    readTokens: async (id: string): Promise<SealedTokens | null> => {
      const row = await tx.connection.findFirst({
        where: { workspaceId, id },
        select: { sealedTokens: true, tokensVersion: true, tokenExpiresAt: true },
      });
      return (
        row && {
          sealed: row.sealedTokens,
          version: row.tokensVersion,
          expiresAt: row.tokenExpiresAt,
        }
      );
    },

    writeTokens: async (
      id: string,
      { sealed, expiresAt }: { sealed: Uint8Array | null; expiresAt: Date | null },
    ): Promise<void> => {
      await tx.connection.updateMany({
        where: { workspaceId, id },
        data: {
          sealedTokens: sealed && bytes(sealed),
          tokenExpiresAt: expiresAt,
          tokensVersion: { increment: 1 },
          refreshingUntil: null,
        },
      });
    },

    remove: async (id: string): Promise<void> => {
      await tx.connection.deleteMany({ where: { workspaceId, id } });
    },
  };
}

/** Prisma wants bytes that no other thread shares. */
function bytes(given: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(given);
}
