import { steadyPool } from "../steady-pool";
import { linkIn, type StoredLink } from "./stored-link";

/** The name of the chain of the platform's own log, beside those of workspaces. */
export const platformChain = "platform";

const ofWorkspace = `
  select l.seq, l.text, encode(l.salt, 'hex'), encode(l.hash, 'hex'), l.entry_id, e.id, e.created_at, e.actor_kind, e.actor_id, e.actor_key_id,
         e.actor_session_id, e.operation, e.door, array_to_json(e.subjects), e.outcome, e.error_code, e.trace_id, e.is_private, e.ip, e.user_agent,
         e.reason, e.erased_at is not null, e.input, e.changes
    from audit_links l left join audit_entries e on e.id = l.entry_id and e.workspace_id = l.workspace_id
   where l.workspace_id = $1 and l.seq > $2::bigint order by l.seq limit $3`;

const ofPlatform = `
  select l.seq, l.text, encode(l.salt, 'hex'), encode(l.hash, 'hex'), l.entry_id, e.id, e.created_at, e.actor_kind, e.actor_id, null,
         e.actor_session_id, e.operation, e.door, array_to_json(e.subjects), e.outcome, e.error_code, e.trace_id, false, e.ip, e.user_agent,
         e.reason, e.erased_at is not null, e.input, e.changes
    from audit_links l left join platform_audit_entries e on e.id = l.entry_id
   where l.workspace_id = $1 and l.seq > $2::bigint order by l.seq limit $3`;

const asWritten = { getTypeParser: () => (value: string) => value };

/**
 * Reads links of chains with their entries, in order. They go past Prisma, which takes minutes for a million rows of twenty columns. PostgreSQL writes
 * no JSON, which would take longer than to find the rows.
 */
export function linkReader(url: string) {
  const pool = steadyPool(url, { max: 2 });

  async function page(
    text: string,
    { chain, after, limit }: { chain: string; after: number; limit: number },
  ): Promise<StoredLink[]> {
    const client = await pool.connect();
    try {
      // Row-level security reads the first. Helpers of PostgreSQL take longer to start than a page takes to read.
      await client.query(
        "select set_config('app.workspace_id', $1, false), set_config('max_parallel_workers_per_gather', '0', false)",
        [chain],
      );
      const values = [chain, after, limit];
      const { rows } = await client.query({ rowMode: "array", types: asWritten, text, values });
      return rows.map(linkIn);
    } finally {
      client.release();
    }
  }

  return {
    ofWorkspace: (chain: string, after: number, limit: number): Promise<StoredLink[]> =>
      page(ofWorkspace, { chain, after, limit }),

    ofPlatform: (after: number, limit: number): Promise<StoredLink[]> =>
      page(ofPlatform, { chain: platformChain, after, limit }),

    /** Ends the connections. Ending them twice changes nothing. */
    disconnect: async (): Promise<void> => {
      if (!pool.ended && !pool.ending) await pool.end();
    },
  };
}

export type LinkReader = Omit<ReturnType<typeof linkReader>, "disconnect">;
