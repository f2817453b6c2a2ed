import { text } from "@besunny/sql/rows/column";
import { afterTime, type Page, toPage } from "../cursor";
import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "./tx";

const columns = {
  id: true,
  name: true,
  prefix: true,
  scopes: true,
  userId: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
} satisfies Prisma.ApiKeySelect;

export type ApiKey = Prisma.ApiKeyGetPayload<{ select: typeof columns }>;
export type EndedApiKey = { id: string; name: string; userId: string };

type NewApiKey = {
  userId: string;
  name: string;
  prefix: string;
  keyHash: string;
  scopes: string[];
  expiresAt: Date | null;
  madeWithId: string | null;
};
type Wanted = {
  /** Only keys of this person, without revoked ones. */
  userId?: string;
  limit: number;
  cursor?: string | undefined;
};

export function apiKeyRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Lists keys, newest first. */
    list: async ({ userId, limit, cursor }: Wanted): Promise<Page<ApiKey>> => {
      const after = afterTime(cursor, "api-keys");
      const rows = await tx.apiKey.findMany({
        where: {
          workspaceId,
          ...(userId && { userId, revokedAt: null }),
          ...(after && {
            OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }],
          }),
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit + 1,
        select: columns,
      });
      return toPage(rows, {
        limit,
        list: "api-keys",
        keyOf: (row) => [row.createdAt.toISOString(), row.id],
      });
    },

    find: (id: string): Promise<ApiKey | null> =>
      tx.apiKey.findFirst({ where: { id, workspaceId }, select: columns }),

    /**
     * Creates a key. Returns null if the person has just left, or the key that makes it was just revoked. Both rows are locked until the
     * transaction ends, so that a later removal or revocation finds the new key too.
     */
    create: async (key: NewApiKey): Promise<ApiKey | null> => {
      const members = await lockedMembers(tx)`
        select 1 from memberships
        where workspace_id = ${workspaceId} and user_id = ${key.userId} for share`;
      const makers = key.madeWithId
        ? await lockedMakers(tx)`
            select 1 from api_keys
            where workspace_id = ${workspaceId} and id = ${key.madeWithId} and revoked_at is null for update`
        : members;
      if (members.length === 0 || makers.length === 0) return null;
      return tx.apiKey.create({ data: { id: newId("key"), workspaceId, ...key }, select: columns });
    },

    /** Revokes a key and all keys that were made with it. Returns those that were not revoked before. */
    revoke: async (id: string, now: Date): Promise<EndedApiKey[]> => {
      await lockedKeys(tx)`
        select 1 from api_keys where workspace_id = ${workspaceId} and id = ${id} for update`;
      return endedKeys(tx)`
        with recursive ending as (
          select id from api_keys where workspace_id = ${workspaceId} and id = ${id}
          union
          select made.id from api_keys made join ending on made.made_with_id = ending.id
          where made.workspace_id = ${workspaceId}
        )
        update api_keys set revoked_at = ${now}
        where id in (select id from ending) and revoked_at is null
        returning id, name, user_id as "userId"`;
    },
  };
}

const lockedMembers = rawRows();
const lockedMakers = rawRows();
const lockedKeys = rawRows();
const endedKeys = rawRows({ id: text, name: text, userId: text });
