import { assured, integer, nativeBigint, text } from "@besunny/sql/rows/column";
import type { PlatformTx } from "../platform/platform-tx";
import { type RowsOf, rawRows } from "../raw-rows";
import type { Tx } from "../workspace/tx";

// One text for each entry: a million rows of twenty columns cost Prisma minutes, and of six some seconds.
const shape = {
  seq: nativeBigint,
  text,
  salt: assured(text),
  hash: assured(text),
  entryId: text,
  entry: assured(text),
};
const rows = rawRows(shape);
const platformRows = rawRows(shape);
const counts = { before: assured(integer), since: assured(integer) };
const unlinked = rawRows(counts);
const platformUnlinked = rawRows(counts);
const erased = rawRows({ id: assured(text) });

/** A link of a chain with the entry that it is about, whose `id` is null if it is gone. `given` and `changes` are JSON as PostgreSQL writes it. */
export type StoredLink = Omit<RowsOf<typeof rows>, "entry"> & {
  id: string | null;
  at: string | null;
  actorKind: string | null;
  actorId: string | null;
  actorKeyId: string | null;
  actorSessionId: string | null;
  operation: string | null;
  door: string | null;
  subjects: string[] | null;
  outcome: string | null;
  errorCode: string | null;
  traceId: string | null;
  isPrivate: boolean;
  ip: string | null;
  userAgent: string | null;
  reason: string | null;
  isErased: boolean;
  given: string | null;
  changes: string | null;
};

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
    page: async (after: number, limit: number): Promise<StoredLink[]> => {
      const found = await rows(tx)`
        select l.seq, l.text, encode(l.salt, 'hex') as salt, encode(l.hash, 'hex') as hash, l.entry_id as "entryId",
               json_build_object('id', e.id, 'at', to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'actorKind', e.actor_kind,
                 'actorId', e.actor_id, 'actorKeyId', e.actor_key_id, 'actorSessionId', e.actor_session_id, 'operation', e.operation, 'door', e.door,
                 'subjects', e.subjects, 'outcome', e.outcome, 'errorCode', e.error_code, 'traceId', e.trace_id, 'isPrivate', coalesce(e.is_private, false),
                 'ip', e.ip, 'userAgent', e.user_agent, 'reason', e.reason, 'isErased', e.erased_at is not null,
                 'given', e.input::text, 'changes', e.changes::text)::text as entry
          from audit_links l left join audit_entries e on e.id = l.entry_id and e.workspace_id = l.workspace_id
         where l.workspace_id = ${workspaceId} and l.seq > ${after}::bigint order by l.seq limit ${limit}`;
      return found.map(unpacked);
    },

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

    page: async (after, limit) => {
      const found = await platformRows(tx)`
        select l.seq, l.text, encode(l.salt, 'hex') as salt, encode(l.hash, 'hex') as hash, l.entry_id as "entryId",
               json_build_object('id', e.id, 'at', to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'actorKind', e.actor_kind,
                 'actorId', e.actor_id, 'actorKeyId', null, 'actorSessionId', e.actor_session_id, 'operation', e.operation, 'door', e.door,
                 'subjects', e.subjects, 'outcome', e.outcome, 'errorCode', e.error_code, 'traceId', e.trace_id, 'isPrivate', false,
                 'ip', e.ip, 'userAgent', e.user_agent, 'reason', e.reason, 'isErased', e.erased_at is not null,
                 'given', e.input::text, 'changes', e.changes::text)::text as entry
          from audit_links l left join platform_audit_entries e on e.id = l.entry_id
         where l.workspace_id = ${platformChain} and l.seq > ${after}::bigint order by l.seq limit ${limit}`;
      return found.map(unpacked);
    },

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

/** Returns a row with its entry. The cast says what the query builds. */
function unpacked({ entry, ...link }: RowsOf<typeof rows>): StoredLink {
  const said = JSON.parse(entry) as Omit<StoredLink, keyof typeof link>;
  return { ...link, ...said };
}
