import { integer, nullable, real, text, timestamp } from "@besunny/sql/rows/column";

import { rawRows } from "../../raw-rows";
import type { PlatformTx } from "../platform-tx";

/** A row of usage as it is given. Writing it twice changes nothing. */
export type NewUsage = {
  workspaceId: string;
  meter: string;
  quantity: number;
  subject: string;
  at: Date;
  key: string;
};

const recorded = rawRows({ fresh: integer });
const months = rawRows({ meter: text, day: text, quantity: real });
const before = rawRows({ meter: text, quantity: real });
const sums = rawRows({ workspaceId: text, meter: text, quantity: real });
const full = rawRows({ workspaceId: text, hard: real });
const standing = rawRows({ workspaceId: text, state: text, since: timestamp });
const accounts = rawRows({
  workspaceId: text,
  name: text,
  plan: nullable(text),
  state: text,
  since: timestamp,
  customerId: nullable(text),
});

/** The ledger of usage across workspaces. */
export function usageLedgerRepository(tx: PlatformTx) {
  return {
    /** Writes rows of usage that have happened. Returns how many were new. */
    record: async (rows: readonly NewUsage[]): Promise<number> => {
      const [row] = await recorded(
        tx,
      )`select coalesce(record_usage(${JSON.stringify(rows)}::jsonb, false), 0) as fresh`;
      return row?.fresh ?? 0;
    },

    /** Returns those of the workspaces that have used up a meter, with its limit. */
    usedUp: (
      meter: string,
      workspaceIds: readonly string[],
      at: Date,
    ): Promise<{ workspaceId: string; hard: number }[]> =>
      full(tx)`
          select w as "workspaceId", coalesce(l.hard, 0)::float8 as hard from unnest(${[...workspaceIds]}::text[]) w
            cross join lateral usage_limits(w, ${meter}) l
            join quota_periods q on q.workspace_id = w and q.meter = ${meter} and q.starts_at = usage_period(${meter}, ${at})
           where l.hard is not null and q.used >= l.hard`,

    /** Returns the sums of the days of UTC of one workspace, by meter. */
    days: (workspaceId: string, from: Date, to: Date) =>
      months(tx)`
        select meter, coalesce(to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD'), '') as day, sum(quantity)::float8 as quantity
          from usage_events where workspace_id = ${workspaceId} and occurred_at >= ${from} and occurred_at < ${to}
         group by 1, 2 order by 1, 2`,

    before: (workspaceId: string, at: Date) =>
      before(tx)`
        select meter, sum(quantity)::float8 as quantity from usage_events
         where workspace_id = ${workspaceId} and occurred_at < ${at} group by 1`,

    /** Returns the sums of a span of the workspaces that pay by usage. */
    sumsOfPaying: (from: Date, to: Date) =>
      sums(tx)`
        select e.workspace_id as "workspaceId", e.meter, sum(e.quantity)::float8 as quantity
          from usage_events e join billing_accounts b on b.workspace_id = e.workspace_id and b.subscription_id is not null
         where e.occurred_at >= ${from} and e.occurred_at < ${to} group by 1, 2 order by 1, 2`,

    /** Lists accounts with what they are called, by the name of the workspace. */
    accounts: () =>
      accounts(tx)`
        select w.id as "workspaceId", w.name, p.name as plan, coalesce(b.state, 'active') as state, coalesce(b.since, w.created_at) as since,
               b.customer_id as "customerId"
          from workspaces w left join billing_accounts b on b.workspace_id = w.id
          left join plans p on p.id = b.plan_id
         order by w.name, w.id limit 1000`,

    /** Returns the accounts whose state ends with time: trials that are over, and payments that are late for long. */
    overdue: (now: Date, lateSince: Date) =>
      standing(tx)`
        select workspace_id as "workspaceId", state, since from billing_accounts
         where (state = 'trialing' and trial_ends_at <= ${now}) or (state = 'past_due' and since <= ${lateSince}) order by 1`,

    /** Moves an account from one state to another. Returns false if it is in another by now. */
    move: async (workspaceId: string, from: string, to: string, at: Date): Promise<boolean> => {
      const { count } = await tx.billingAccount.updateMany({
        where: { workspaceId, state: from },
        data: { state: to, since: at, changedAt: at },
      });
      return count === 1;
    },
  };
}
