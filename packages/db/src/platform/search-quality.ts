import { boolean, integer, nullable, real, text, timestamp } from "@besunny/sql/rows/column";
import { rawRows } from "../raw-rows";
import type { PlatformClient } from "./platform-tx";

const numbers = {
  searches: integer,
  empty: integer,
  opened: integer,
  /** The mean of 1 / rank of what was opened first; null if nothing was opened. */
  meanReciprocalRank: nullable(real),
  questions: integer,
  declined: integer,
  p50Ms: nullable(real),
  p95Ms: nullable(real),
};
const byDay = rawRows({ day: timestamp, ...numbers });
const byWorkspace = rawRows({ workspaceId: text, name: text, ...numbers });
const ratings = rawRows({ isHelpful: boolean, reason: nullable(text), count: integer });
const rowsOfLog = rawRows({
  id: text,
  workspaceId: text,
  kind: text,
  results: integer,
  tookMs: integer,
  declined: integer,
  openedRank: nullable(integer),
  producer: nullable(text),
  createdAt: timestamp,
});

export type SearchNumbers = {
  searches: number;
  empty: number;
  opened: number;
  meanReciprocalRank: number | null;
  questions: number;
  declined: number;
  p50Ms: number | null;
  p95Ms: number | null;
};

export type SearchLogFilter = {
  since: Date;
  until: Date;
  workspaceId: string | null;
  /** `all`, or the name of the condition below. */
  only: string;
};

/** Counts what people searched and asked, across workspaces. The role cannot read the words. */
export function searchQualityRepository(prisma: PlatformClient) {
  return {
    byDay: (since: Date, workspaceId: string | null): Promise<({ day: Date } & SearchNumbers)[]> =>
      byDay(prisma)`
        select date_trunc('day', created_at) as day,
               count(*) filter (where kind = 'search')::int as searches,
               count(*) filter (where kind = 'search' and results = 0)::int as empty,
               count(*) filter (where opened_rank is not null)::int as opened,
               avg(1.0 / opened_rank)::float8 as "meanReciprocalRank",
               count(*) filter (where kind = 'ask')::int as questions,
               count(*) filter (where is_declined)::int as declined,
               percentile_cont(0.5) within group (order by took_ms)::float8 as "p50Ms",
               percentile_cont(0.95) within group (order by took_ms)::float8 as "p95Ms"
          from search_log
         where created_at >= ${since} and (${workspaceId}::text is null or workspace_id = ${workspaceId})
         group by 1 order by 1`,

    byWorkspace: (
      since: Date,
    ): Promise<({ workspaceId: string; name: string } & SearchNumbers)[]> =>
      byWorkspace(prisma)`
        select l.workspace_id as "workspaceId", w.name,
               count(*) filter (where l.kind = 'search')::int as searches,
               count(*) filter (where l.kind = 'search' and l.results = 0)::int as empty,
               count(*) filter (where l.opened_rank is not null)::int as opened,
               avg(1.0 / l.opened_rank)::float8 as "meanReciprocalRank",
               count(*) filter (where l.kind = 'ask')::int as questions,
               count(*) filter (where l.is_declined)::int as declined,
               percentile_cont(0.5) within group (order by l.took_ms)::float8 as "p50Ms",
               percentile_cont(0.95) within group (order by l.took_ms)::float8 as "p95Ms"
          from (select workspace_id, kind, results, opened_rank, is_declined, took_ms from search_log where created_at >= ${since}) l
          join workspaces w on w.id = l.workspace_id
         group by 1, 2 order by 3 desc limit 200`,

    /** Counts the ratings of answers, and how many of them give each reason. `reason` is null for the ratings themselves. */
    ratings: (since: Date, workspaceId: string | null) =>
      ratings(prisma)`
        select is_helpful as "isHelpful", reason, count(*)::int as count
          from answer_ratings
          cross join lateral (select null::text as reason union all select distinct unnest(reasons)) as said
         where created_at >= ${since} and (${workspaceId}::text is null or workspace_id = ${workspaceId})
         group by 1, 2`,

    /** Returns searches and questions without their words, the latest first. */
    list: ({ since, until, workspaceId, only }: SearchLogFilter, limit: number) =>
      rowsOfLog(prisma)`
        select id, workspace_id as "workspaceId", kind, results, took_ms as "tookMs", is_declined::int as declined,
               opened_rank as "openedRank", producer, created_at as "createdAt"
          from search_log
         where created_at >= ${since} and created_at < ${until}
           and (${workspaceId}::text is null or workspace_id = ${workspaceId})
           and (${only} = 'all' or (${only} = 'empty' and kind = 'search' and results = 0)
                or (${only} = 'declined' and is_declined) or (${only} = 'opened' and opened_rank is not null)
                or (${only} = 'slow' and took_ms > 1000))
         order by created_at desc, id desc limit ${limit}`,
  };
}
