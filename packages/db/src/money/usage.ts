import { integer, nullable, real, text, timestamp } from "@besunny/sql/rows/column";

import { afterTime, type Page, toPage } from "../cursor";
import { newId } from "../ids";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

/** A row of the ledger. `title` is that of its document, where the reader may see it. */
export type UsageRow = {
  id: string;
  meter: string;
  quantity: number;
  subject: string;
  occurredAt: Date;
  idempotencyKey: string;
  title: string | null;
};

/** The use of a meter, its reservations and its limits. Null: no limit. */
export type MeterRow = {
  meter: string;
  used: number;
  reserved: number;
  soft: number | null;
  hard: number | null;
};

const meterRows = rawRows({
  meter: text,
  used: real,
  reserved: real,
  soft: nullable(real),
  hard: nullable(real),
});
const days = rawRows({ meter: text, day: text, quantity: real });
const before = rawRows({ meter: text, quantity: real });
const events = rawRows({
  id: text,
  meter: text,
  quantity: real,
  subject: text,
  occurredAt: timestamp,
  idempotencyKey: text,
  title: nullable(text),
});
const recorded = rawRows({ fresh: integer });

type Span = { from: Date; to: Date };

/** Reads the ledger of usage of a workspace, and holds of its quotas. */
export function usageRepository(tx: Tx, { workspaceId, principals }: Scope) {
  return {
    /** Returns the state of each of these meters at a moment. */
    stand: (meters: readonly string[], at: Date): Promise<MeterRow[]> =>
      meterRows(tx)`
        select m as meter, coalesce(q.used, 0)::float8 as used,
               (coalesce(q.reserved, 0) - coalesce((select sum(r.quantity) from quota_reservations r where r.workspace_id = q.workspace_id
                  and r.meter = m and r.starts_at = q.starts_at and r.expires_at <= ${at}), 0))::float8 as reserved,
               l.soft::float8 as soft, l.hard::float8 as hard
          from unnest(${[...meters]}::text[]) with ordinality as u(m, n)
          left join quota_periods q on q.workspace_id = ${workspaceId} and q.meter = m and q.starts_at = usage_period(m, ${at})
          cross join lateral usage_limits(${workspaceId}, m) l
         order by n`,

    /** Returns the sums of the days of UTC in a span, by meter. */
    days: ({ from, to }: Span): Promise<{ meter: string; day: string; quantity: number }[]> =>
      days(tx)`
        select meter, coalesce(to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD'), '') as day, sum(quantity)::float8 as quantity
          from usage_events where workspace_id = ${workspaceId} and occurred_at >= ${from} and occurred_at < ${to}
         group by 1, 2 order by 1, 2`,

    /** Returns what stood of each meter at a moment: everything before it. */
    before: (at: Date): Promise<{ meter: string; quantity: number }[]> =>
      before(tx)`
        select meter, sum(quantity)::float8 as quantity from usage_events
         where workspace_id = ${workspaceId} and occurred_at < ${at} group by 1`,

    /** Lists rows of a meter, the newest first. */
    list: async (
      { meter, from, to }: Span & { meter: string | null },
      { limit, cursor }: { limit: number; cursor?: string | null | undefined },
    ): Promise<Page<UsageRow>> => {
      const after = afterTime(cursor, "usage");
      const rows = await events(tx)`
        select e.id, e.meter, e.quantity::float8 as quantity, e.subject, e.occurred_at as "occurredAt",
               e.idempotency_key as "idempotencyKey", d.title
          from usage_events e
          left join documents d on d.workspace_id = e.workspace_id and d.id = e.subject and d.access && ${[...principals]}::text[]
         where e.workspace_id = ${workspaceId} and (${meter}::text is null or e.meter = ${meter})
           and e.occurred_at >= ${from} and e.occurred_at < ${to}
           and (${after?.at ?? null}::timestamptz is null or (e.occurred_at, e.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? ""}))
         order by e.occurred_at desc, e.id desc limit ${limit + 1}`;
      return toPage(rows, {
        limit,
        list: "usage",
        keyOf: ({ occurredAt, id }) => [occurredAt.toISOString(), id],
      });
    },

    /** Holds of a quota for work under way until a moment. What is counted under the key already needs nothing. */
    hold: async (given: {
      meter: string;
      quantity: number;
      subject: string;
      key: string;
      at: Date;
      until: Date;
    }): Promise<void> => {
      const { meter, quantity, subject, key, at, until } = given;
      await tx.$executeRaw`select hold_own_usage(${meter}, ${BigInt(quantity)}, ${subject}, ${key}, ${at}, ${until})`;
    },

    letGo: async (meter: string, subject: string): Promise<void> => {
      await tx.$executeRaw`select let_go_of_own_usage(${meter}, ${subject})`;
    },

    /** Writes a row of usage, or refuses what does not fit. Returns false if it is there already. */
    record: async (given: {
      meter: string;
      quantity: number;
      subject: string;
      key: string;
      at: Date;
    }): Promise<boolean> => {
      const { meter, quantity, subject, key, at } = given;
      const [row] = await recorded(
        tx,
      )`select coalesce(record_own_usage(${meter}, ${BigInt(quantity)}, ${subject}, ${at}, ${key}, true), 0) as fresh`;
      return row?.fresh === 1;
    },

    /** Lists what people asked for more of, the newest first. */
    listRequests: (limit: number) =>
      tx.quotaRequest
        .findMany({
          where: { workspaceId },
          orderBy: [{ askedAt: "desc" }, { id: "desc" }],
          take: limit,
        })
        .then((rows) => rows.map((row) => ({ ...row, wanted: Number(row.wanted) }))),

    /** Asks for more of a meter. Returns null if that is asked for already. */
    ask: async (given: {
      meter: string;
      wanted: number;
      reason: string;
      askedById: string;
      askedAt: Date;
    }): Promise<string | null> => {
      const id = newId("qrq");
      const { count } = await tx.quotaRequest.createMany({
        data: [{ id, workspaceId, ...given, wanted: BigInt(given.wanted) }],
        skipDuplicates: true,
      });
      return count === 1 ? id : null;
    },
  };
}
