import { integer, nullable, real, text, timestamp } from "@besunny/sql/rows/column";
import { rawRows } from "../raw-rows";
import type { PlatformClient } from "./platform-tx";

const statusCounts = rawRows({ at: timestamp, status: text, count: integer });
const costs = rawRows({ at: timestamp, costMicro: real });
const stageTimes = rawRows({ stage: text, count: integer, p50Ms: real, p95Ms: real });
const stageRuns = rawRows({
  documentId: text,
  workspaceId: text,
  durationMs: integer,
  finishedAt: timestamp,
  format: nullable(text),
  size: real,
  pageCount: nullable(integer),
});
const failureCounts = rawRows({ code: text, count: integer, latest: timestamp });
const totals = rawRows({
  documents: integer,
  ready: integer,
  failed: integer,
  open: integer,
  costMicro: real,
  costsUnknown: integer,
});

/** The time that figures cover, without its end, and the workspace that they are of; null: all of them. */
export type Span = { since: Date; until: Date; workspaceId: string | null };
/** The length of the parts that a span is cut into, in UTC. */
export type Grain = "hour" | "day";

export type StatusCount = { at: Date; status: string; count: number };
export type StageTime = { stage: string; count: number; p50Ms: number; p95Ms: number };
export type StageRun = {
  documentId: string;
  workspaceId: string;
  durationMs: number;
  finishedAt: Date;
  format: string | null;
  /** In bytes. */
  size: number;
  pageCount: number | null;
};
export type FailureCount = { code: string; count: number; latest: Date };
export type Totals = {
  documents: number;
  ready: number;
  failed: number;
  open: number;
  /** The sum over the results whose cost is known. */
  costMicro: number;
  /** The number of results whose cost is unknown. */
  costsUnknown: number;
};

/** Computes the numbers of the admin overview. Documents in the trash are in none of them, as in the catalogue of figures. Durations are in milliseconds, money in US dollars. */
export function overviewRepository(prisma: PlatformClient) {
  return {
    totals: async ({ since, until, workspaceId }: Span): Promise<Totals> => {
      const [row] = await totals(prisma)`
        select d.*, c.* from
          (select count(*)::int as documents,
                  count(*) filter (where status in ('ready', 'needs_review'))::int as ready,
                  count(*) filter (where status = 'failed')::int as failed,
                  count(*) filter (where status in ('pending', 'processing'))::int as open
             from documents
            where trashed_at is null and created_at >= ${since} and created_at < ${until}
              and (${workspaceId}::text is null or workspace_id = ${workspaceId})) d,
          (select coalesce(sum(cost_micro), 0)::float8 as "costMicro",
                  (count(*) filter (where cost_micro is null))::int as "costsUnknown"
             from classification_results
            where created_at >= ${since} and created_at < ${until}
              and (${workspaceId}::text is null or workspace_id = ${workspaceId})) c`;
      return row ?? { documents: 0, ready: 0, failed: 0, open: 0, costMicro: 0, costsUnknown: 0 };
    },

    /** Returns the number of documents by the hour or day in which they came in, and by their status now. */
    documentsOverTime: (
      { since, until, workspaceId }: Span,
      grain: Grain,
    ): Promise<StatusCount[]> =>
      statusCounts(prisma)`
        select date_trunc(${grain}::text, created_at) as at, status, count(*)::int as count
          from documents
         where trashed_at is null and created_at >= ${since} and created_at < ${until}
           and (${workspaceId}::text is null or workspace_id = ${workspaceId})
         group by 1, 2 order by 1, 2`,

    costOverTime: (
      { since, until, workspaceId }: Span,
      grain: Grain,
    ): Promise<{ at: Date; costMicro: number }[]> =>
      costs(prisma)`
        select date_trunc(${grain}::text, created_at) as at, coalesce(sum(cost_micro), 0)::float8 as "costMicro"
          from classification_results
         where created_at >= ${since} and created_at < ${until}
           and (${workspaceId}::text is null or workspace_id = ${workspaceId})
         group by 1 order by 1`,

    stageTimes: ({ since, until, workspaceId }: Span): Promise<StageTime[]> =>
      stageTimes(prisma)`
        select name as stage, count(*)::int as count,
               percentile_cont(0.5) within group (order by duration_ms)::float8 as "p50Ms",
               percentile_cont(0.95) within group (order by duration_ms)::float8 as "p95Ms"
          from run_steps
         where state = 'finished' and started_at >= ${since} and started_at < ${until}
           and (${workspaceId}::text is null or workspace_id = ${workspaceId})
         group by 1 order by min(started_at)`,

    /** Returns the documents whose runs took longest in a stage, the slowest first. */
    listStageRuns: (
      stage: string,
      { since, until, workspaceId }: Span,
      limit: number,
    ): Promise<StageRun[]> =>
      stageRuns(prisma)`
        select r.document_id as "documentId", s.workspace_id as "workspaceId", coalesce(s.duration_ms, 0) as "durationMs",
               coalesce(s.finished_at, s.started_at) as "finishedAt", d.format, d.size::float8 as size, d.page_count as "pageCount"
          from run_steps s
          join runs r on r.id = s.run_id
          join documents d on d.id = r.document_id
         where s.name = ${stage} and s.state = 'finished' and s.started_at >= ${since} and s.started_at < ${until}
           and (${workspaceId}::text is null or s.workspace_id = ${workspaceId})
         order by s.duration_ms desc nulls last, s.run_id limit ${limit}`,

    failures: ({ since, until, workspaceId }: Span): Promise<FailureCount[]> =>
      failureCounts(prisma)`
        select coalesce(error_code, 'INTERNAL') as code, count(*)::int as count, max(updated_at) as latest
          from documents
         where status = 'failed' and trashed_at is null and created_at >= ${since} and created_at < ${until}
           and (${workspaceId}::text is null or workspace_id = ${workspaceId})
         group by 1 order by 2 desc`,

    outbox: async (): Promise<{ unsent: number; oldest: Date | null }> => {
      const { _count, _min } = await prisma.outboxEvent.aggregate({
        where: { sentAt: null },
        _count: { _all: true },
        _min: { createdAt: true },
      });
      return { unsent: _count._all, oldest: _min.createdAt };
    },

    /** Returns the number of documents that wait or are in work, and the time since which the oldest has been so. */
    queue: async (workspaceId: string | null): Promise<{ depth: number; oldest: Date | null }> => {
      const { _count, _min } = await prisma.document.aggregate({
        where: {
          status: { in: ["pending", "processing"] },
          trashedAt: null,
          ...(workspaceId && { workspaceId }),
        },
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
