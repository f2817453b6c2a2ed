import { integer, text } from "@besunny/sql/rows/column";
import { Prisma } from "../generated/client";
import type { PlatformTx } from "../platform/platform-tx";
import { rawRows } from "../raw-rows";
import { paysFor } from "./due-sources";

const idRows = rawRows({ id: text });
const claimRows = rawRows({ workspaceId: text, sourceId: text, ownerId: text });
const failureRows = rawRows({ failures: integer });

/** True for a source that goes on, of an account that can be asked. */
const goesOn = (now: Date) => Prisma.sql`s.state in ('listing', 'live') and s.removed_at is null
  and exists (select from connections c join workspaces w on w.id = c.workspace_id
               where c.id = s.connection_id and w.suspended_at is null and ${paysFor} and c.state not in ('reconnect', 'revoked')
                 and (c.blocked_until is null or c.blocked_until <= ${now}::timestamptz))`;

/** Claims sources at which workers listen for news, in all workspaces. */
export function listenedSourceRepository(tx: PlatformTx) {
  return {
    /** Renews claims that have not run out. Returns those that go on. */
    renew: async (ids: readonly string[], { now, until }: { now: Date; until: Date }) => {
      if (ids.length === 0) return [];
      const rows = await idRows(tx)`
        update sources s set listen_until = ${until}::timestamptz
         where s.id = any(${[...ids]}::text[]) and s.listen_until > ${now}::timestamptz and ${goesOn(now)}
        returning s.id`;
      return rows.map(({ id }) => id);
    },

    /** Claims sources that nobody listens at, and so many of one account at most. Those that wait longest come first. */
    claim: ({
      now,
      until,
      limit,
      kinds,
      mostOfAccount,
    }: {
      now: Date;
      until: Date;
      limit: number;
      kinds: readonly string[];
      mostOfAccount: number;
    }) =>
      claimRows(tx)`
        with free as (
          select s.id, s.listen_until, row_number() over (partition by s.connection_id order by s.listen_until nulls first, s.id) + (
                   select count(*) from sources o where o.connection_id = s.connection_id and o.listen_until > ${now}::timestamptz) as place
            from sources s
           where s.kind = any(${[...kinds]}::text[]) and (s.listen_until is null or s.listen_until <= ${now}::timestamptz) and ${goesOn(now)}
        ), chosen as materialized (
          select id from sources where id in (
            select id from free where place <= ${mostOfAccount}::int order by listen_until nulls first, id limit ${limit}::int)
             and (listen_until is null or listen_until <= ${now}::timestamptz)
             for update skip locked
        )
        update sources s set listen_until = ${until}::timestamptz from chosen, connections c
         where s.id = chosen.id and c.id = s.connection_id
        returning s.workspace_id as "workspaceId", s.id as "sourceId", c.owner_id as "ownerId"`,

    release: async (id: string): Promise<void> => {
      await tx.$executeRaw`update sources set listen_until = null where id = ${id}`;
    },

    /** Counts a listening that broke. Returns how many did so in a row. */
    countFailure: async (id: string): Promise<number> => {
      const [row] = await failureRows(tx)`
        update sources set listen_failures = listen_failures + 1 where id = ${id} returning listen_failures as failures`;
      return row?.failures ?? 1;
    },

    rest: async (id: string, until: Date): Promise<void> => {
      await tx.$executeRaw`update sources set listen_until = ${until}::timestamptz where id = ${id}`;
    },
  };
}
