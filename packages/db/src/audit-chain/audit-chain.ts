import {
  assured,
  boolean,
  integer,
  nativeBigint,
  nullable,
  text,
  textArray,
  timestamp,
} from "@besunny/sql/rows/column";
import type { PlatformTx } from "../platform/platform-tx";
import { type RowsOf, rawRows } from "../raw-rows";
import type { Tx } from "../workspace/tx";

const shape = {
  seq: nativeBigint,
  text,
  salt: assured(text),
  hash: assured(text),
  entryId: text,
  id: nullable(text),
  at: nullable(timestamp),
  actorKind: nullable(text),
  actorId: nullable(text),
  actorKeyId: nullable(text),
  actorSessionId: nullable(text),
  operation: nullable(text),
  door: nullable(text),
  subjects: nullable(textArray),
  outcome: nullable(text),
  errorCode: nullable(text),
  traceId: nullable(text),
  isPrivate: assured(boolean),
  ip: nullable(text),
  userAgent: nullable(text),
  reason: nullable(text),
  isErased: assured(boolean),
  given: nullable(text),
  changes: nullable(text),
};
const rows = rawRows(shape);
const platformRows = rawRows(shape);
const counts = { before: assured(integer), since: assured(integer) };
const unlinked = rawRows(counts);
const platformUnlinked = rawRows(counts);
const erased = rawRows({ id: assured(text) });

/** A link of a chain with the entry that it is about, whose `id` is null if it is gone. `given` and `changes` are JSON as PostgreSQL writes it. */
export type StoredLink = RowsOf<typeof rows>;

/** The end of a chain: the number and the hash of its last entry, in hexadecimal. */
export type StoredHead = { seq: number; hash: string; beganAt: Date; at: Date };

/** The name of the chain of the platform's own log, beside those of workspaces. */
export const platformChain = "platform";

/** Reads the chain of a workspace's audit log. */
export function auditChainRepository(tx: Tx, { workspaceId }: { workspaceId: string }) {
  return {
    ...chainOf(tx, workspaceId),

    /**
     * Erases the words of entries: input, changes, address, browser and reason. Who did what to what stays, and the chain holds. Returns the ids of those
     * that had words. The caller's own entry must name these ids.
     */
    eraseWords: async (ids: readonly string[], at: Date): Promise<string[]> =>
      (await erased(tx)`select erase_audit_words(${workspaceId}, ${[...ids]}, ${at}) as id`).map(
        ({ id }) => id,
      ),
  };
}

/** Reads the chain of any workspace's log, or of the platform's own. */
export function platformChainRepository(tx: PlatformTx) {
  return {
    of: (chain: string) => (chain === platformChain ? platformLog(tx) : chainOf(tx, chain)),
  };
}

function chainOf(tx: Tx | PlatformTx, workspaceId: string) {
  return {
    head: () => headOf(tx, workspaceId),

    /** Returns links after a number, in order. */
    page: (after: number, limit: number): Promise<StoredLink[]> =>
      rows(tx)`
        select l.seq, l.text, encode(l.salt, 'hex') as salt, encode(l.hash, 'hex') as hash, l.entry_id as "entryId",
               e.id, e.created_at as at, e.actor_kind as "actorKind", e.actor_id as "actorId", e.actor_key_id as "actorKeyId",
               e.actor_session_id as "actorSessionId", e.operation, e.door, e.subjects, e.outcome, e.error_code as "errorCode",
               e.trace_id as "traceId", coalesce(e.is_private, false) as "isPrivate", e.ip, e.user_agent as "userAgent", e.reason,
               e.erased_at is not null as "isErased", e.input::text as given, e.changes::text as changes
          from audit_links l left join audit_entries e on e.id = l.entry_id and e.workspace_id = l.workspace_id
         where l.workspace_id = ${workspaceId} and l.seq > ${after}::bigint order by l.seq limit ${limit}`,

    /** Counts entries without a link: those before the chain began, and others since then, of which there should be none. */
    unlinked: async (beganAt: Date): Promise<{ before: number; since: number }> => {
      const [found] = await unlinked(tx)`
        select count(*) filter (where e.created_at < ${beganAt})::int as before,
               count(*) filter (where e.created_at >= ${beganAt})::int as since
          from audit_entries e
         where e.workspace_id = ${workspaceId} and not exists (select 1 from audit_links l where l.entry_id = e.id)`;
      return found ?? { before: 0, since: 0 };
    },
  };
}

function platformLog(tx: PlatformTx): ReturnType<typeof chainOf> {
  return {
    head: () => headOf(tx, platformChain),

    page: (after, limit) =>
      platformRows(tx)`
        select l.seq, l.text, encode(l.salt, 'hex') as salt, encode(l.hash, 'hex') as hash, l.entry_id as "entryId",
               e.id, e.created_at as at, e.actor_kind as "actorKind", e.actor_id as "actorId", null::text as "actorKeyId",
               e.actor_session_id as "actorSessionId", e.operation, e.door, e.subjects, e.outcome, e.error_code as "errorCode",
               e.trace_id as "traceId", false as "isPrivate", e.ip, e.user_agent as "userAgent", e.reason,
               e.erased_at is not null as "isErased", e.input::text as given, e.changes::text as changes
          from audit_links l left join platform_audit_entries e on e.id = l.entry_id
         where l.workspace_id = ${platformChain} and l.seq > ${after}::bigint order by l.seq limit ${limit}`,

    unlinked: async (beganAt) => {
      const [found] = await platformUnlinked(tx)`
        select count(*) filter (where e.created_at < ${beganAt})::int as before,
               count(*) filter (where e.created_at >= ${beganAt})::int as since
          from platform_audit_entries e where not exists (select 1 from audit_links l where l.entry_id = e.id)`;
      return found ?? { before: 0, since: 0 };
    },
  };
}

async function headOf(
  tx: Pick<Tx | PlatformTx, "auditHead">,
  workspaceId: string,
): Promise<StoredHead | null> {
  const head = await tx.auditHead.findUnique({ where: { workspaceId } });
  if (!head) return null;
  return {
    seq: Number(head.seq),
    hash: Buffer.from(head.hash).toString("hex"),
    beganAt: head.beganAt,
    at: head.at,
  };
}
