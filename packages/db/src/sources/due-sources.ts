import { text } from "@besunny/sql/rows/column";
import { Prisma } from "../generated/client";
import type { PlatformTx } from "../platform/platform-tx";
import { rawRows } from "../raw-rows";

const rows = () =>
  rawRows({ workspaceId: text, sourceId: text, connectionId: text, ownerId: text });
const lookRows = rows();
const pumpRows = rows();
const watchRows = rows();

/** False for a workspace `w` that is read only, because a payment is missing. */
export const paysFor = Prisma.sql`not exists (select from billing_accounts b where b.workspace_id = w.id and b.state in ('restricted', 'cancelled'))`;

type Claim = { now: Date; until: Date; limit: number };

/** Claims sources in all workspaces that are due. */
export function dueSourceRepository(tx: PlatformTx) {
  return {
    /** Returns the workspaces that have sources of these kinds. */
    workspacesWith: async (kinds: readonly string[]): Promise<string[]> => {
      const rows = await tx.source.findMany({
        where: { kind: { in: [...kinds] }, removedAt: null },
        distinct: ["workspaceId"],
        select: { workspaceId: true },
      });
      return rows.map(({ workspaceId }) => workspaceId);
    },

    /** Claims sources to look at. Those of a connection that is blocked, and of workspaces that are suspended or read only, wait. */
    claimLooks: ({ now, until, limit }: Claim) =>
      lookRows(tx)`
        with due as materialized (
          select s.id from sources s
           where s.due_at <= ${now}::timestamptz and s.state in ('listing', 'live') and s.removed_at is null
             and (s.claimed_until is null or s.claimed_until <= ${now}::timestamptz)
             and exists (select from connections c join workspaces w on w.id = c.workspace_id
                          where c.id = s.connection_id and w.suspended_at is null and ${paysFor} and c.state not in ('reconnect', 'revoked')
                            and (c.blocked_until is null or c.blocked_until <= ${now}::timestamptz))
           order by s.due_at, s.id limit ${limit}::int for update of s skip locked
        )
        update sources s set claimed_until = ${until}::timestamptz from due, connections c
         where s.id = due.id and c.id = s.connection_id
        returning s.workspace_id as "workspaceId", s.id as "sourceId", s.connection_id as "connectionId", c.owner_id as "ownerId"`,

    /** Claims sources of which items can be fetched, and that nobody fetches from. */
    claimPumps: ({ now, until, limit }: Claim) =>
      pumpRows(tx)`
        with due as materialized (
          select s.id from sources s
           where s.state in ('listing', 'live', 'asking') and s.removed_at is null
             and (s.pump_until is null or s.pump_until <= ${now}::timestamptz)
             and exists (select from connections c join workspaces w on w.id = c.workspace_id
                          where c.id = s.connection_id and w.suspended_at is null and ${paysFor} and c.state not in ('reconnect', 'revoked')
                            and (c.blocked_until is null or c.blocked_until <= ${now}::timestamptz))
             and (exists (select from source_items i where i.source_id = s.id and i.state = 'waiting' and not i.is_folder
                            and (i.next_try_at is null or i.next_try_at <= ${now}::timestamptz))
               or exists (select from source_items i where i.source_id = s.id and i.state = 'fetching'
                            and i.leased_until <= ${now}::timestamptz))
           order by s.pump_until nulls first, s.id limit ${limit}::int for update of s skip locked
        )
        update sources s set pump_until = ${until}::timestamptz from due, connections c
         where s.id = due.id and c.id = s.connection_id
        returning s.workspace_id as "workspaceId", s.id as "sourceId", s.connection_id as "connectionId", c.owner_id as "ownerId"`,

    /** Stops the workers of one account, or of all accounts of a provider, until then. A later moment that is known already stays. */
    block: async (
      of: { connectionId: string } | { provider: string; isPractice: boolean },
      until: Date,
    ): Promise<void> => {
      const chosen =
        "connectionId" in of
          ? Prisma.sql`id = ${of.connectionId}`
          : Prisma.sql`provider = ${of.provider} and is_practice = ${of.isPractice}`;
      await tx.$executeRaw`
        update connections set blocked_until = greatest(blocked_until, ${until}::timestamptz),
               state = case when state in ('ok', 'limited') then 'throttled' else state end
         where ${chosen}`;
    },

    /** Claims channels to renew: each is asked for again in an hour, should nothing come of it. */
    claimWatches: ({ now, limit }: { now: Date; limit: number }) =>
      watchRows(tx)`
        with due as materialized (
          select w.source_id from source_watches w join sources s on s.id = w.source_id
           where w.renew_at <= ${now}::timestamptz and s.state in ('listing', 'live') and s.removed_at is null
             and exists (select from workspaces w where w.id = s.workspace_id and w.suspended_at is null and ${paysFor})
           order by w.renew_at limit ${limit}::int for update of w skip locked
        )
        update source_watches w set renew_at = ${now}::timestamptz + interval '1 hour' from due, sources s, connections c
         where w.source_id = due.source_id and s.id = w.source_id and c.id = s.connection_id
        returning s.workspace_id as "workspaceId", s.id as "sourceId", s.connection_id as "connectionId", c.owner_id as "ownerId"`,
  };
}
