import { integer, real, text, timestamp } from "@besunny/sql/rows/column";
import { rawRows } from "../raw-rows";
import type { PlatformClient } from "./platform-tx";

const dayCounts = rawRows({ day: timestamp, status: text, count: integer });
const stageTimes = rawRows({ stage: text, count: integer, p50Ms: real, p95Ms: real });
const failureCounts = rawRows({ code: text, count: integer, latest: timestamp });
const totals = rawRows({
  documents: integer,
  ready: integer,
  failed: integer,
  open: integer,
  costUsd: real,
  costsUnknown: integer,
});

export type DayCount = { day: Date; status: string; count: number };
export type StageTime = { stage: string; count: number; p50Ms: number; p95Ms: number };
export type FailureCount = { code: string; count: number; latest: Date };
export type Totals = {
  documents: number;
  ready: number;
  failed: number;
  open: number;
  /** The sum over the results whose cost is known. */
  costUsd: number;
  /** The number of results whose cost is unknown. */
  costsUnknown: number;
};

/** Computes the numbers of the admin overview. Durations are in milliseconds, money in US dollars. */
export function overviewRepository(prisma: PlatformClient) {
  return {
    totals: async (since: Date): Promise<Totals> => {
      const [row] = await totals(prisma)`
        select count(*)::int as documents,
               count(*) filter (where status in ('ready', 'needs_review'))::int as ready,
               count(*) filter (where status = 'failed')::int as failed,
               count(*) filter (where status in ('pending', 'processing'))::int as open,
               coalesce((select sum(cost_usd) from classification_results where created_at >= ${since}), 0)::float8 as "costUsd",
               (select count(*) from classification_results where created_at >= ${since} and cost_usd is null)::int as "costsUnknown"
        from documents where created_at >= ${since}`;
      return row ?? { documents: 0, ready: 0, failed: 0, open: 0, costUsd: 0, costsUnknown: 0 };
    },

    documentsByDay: (since: Date): Promise<DayCount[]> =>
      dayCounts(prisma)`
        select date_trunc('day', created_at) as day, status, count(*)::int as count
        from documents where created_at >= ${since} group by 1, 2 order by 1, 2`,

    stageTimes: (since: Date): Promise<StageTime[]> =>
      stageTimes(prisma)`
        select name as stage, count(*)::int as count,
               percentile_cont(0.5) within group (order by duration_ms)::float8 as "p50Ms",
               percentile_cont(0.95) within group (order by duration_ms)::float8 as "p95Ms"
        from run_steps where state = 'finished' and started_at >= ${since} group by 1 order by min(started_at)`,

    failures: (since: Date): Promise<FailureCount[]> =>
      failureCounts(prisma)`
        select coalesce(error_code, 'INTERNAL') as code, count(*)::int as count, max(updated_at) as latest
        from documents where status = 'failed' and created_at >= ${since} group by 1 order by 2 desc`,

    outbox: async (): Promise<{ unsent: number; oldest: Date | null }> => {
      const { _count, _min } = await prisma.outboxEvent.aggregate({
        where: { sentAt: null },
        _count: { _all: true },
        _min: { createdAt: true },
      });
      return { unsent: _count._all, oldest: _min.createdAt };
    },

    /** Returns the number of documents that wait or are in work, and the time since which the oldest has been so. */
    queue: async (): Promise<{ depth: number; oldest: Date | null }> => {
      const { _count, _min } = await prisma.document.aggregate({
        where: { status: { in: ["pending", "processing"] } },
        _count: { _all: true },
        _min: { updatedAt: true },
      });
      return { depth: _count._all, oldest: _min.updatedAt };
    },

    workspaces: () =>
      prisma.workspace.findMany({
        orderBy: { createdAt: "asc" },
        take: 200,
        select: { id: true, name: true, createdAt: true },
      }),
  };
}
