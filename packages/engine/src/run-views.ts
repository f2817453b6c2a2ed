import type { Sql } from "./database";
import { type EventRow, eventFromRow, type StoredEvent } from "./events";
import { waitingFor } from "./waiting-for";

export type RunState = "queued" | "running" | "sleeping" | "completed" | "failed" | "cancelled";

export type RunError = { name: string; message: string; stack?: string };

export type Run = {
  id: string;
  functionId: string;
  state: RunState;
  eventId: string;
  eventName: string;
  attempt: number;
  error: RunError | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
};

export type Step = {
  id: string;
  name: string;
  op: string;
  state: string;
  attempts: number;
  startedAt: Date | null;
  finishedAt: Date | null;
  durationMs: number | null;
  outputBytes: number | null;
  error: RunError | null;
};

export type RunDetail = Run & {
  event: StoredEvent;
  output: unknown;
  steps: Step[];
  /** A sentence on why the run is not moving; null when it is over or at work. */
  waitingFor: string | null;
};

export type RunFilter = {
  state?: RunState;
  functionId?: string;
  /** Runs whose event's data holds this. */
  eventMatch?: Record<string, unknown>;
  limit: number;
  cursor?: string;
};

export type Stats = {
  queued: number;
  running: number;
  sleeping: number;
  failed: number;
  oldestQueuedAgeSeconds: number | null;
};

const columns = `r.id, r.function_id as "functionId", r.state, r.event_id as "eventId", e.name as "eventName", r.attempt, r.error,
  r.created_at as "createdAt", r.started_at as "startedAt", r.finished_at as "finishedAt"`;

/** Newest first. `nextCursor` goes back in as `cursor`; null at the end. */
export async function listRuns(
  sql: Sql,
  filter: RunFilter,
): Promise<{ items: Run[]; nextCursor: string | null }> {
  const values: unknown[] = [];
  const where: string[] = [];
  const add = (condition: (place: string) => string, value: unknown) => {
    if (value === undefined) return;
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  add((place) => `r.state = ${place}`, filter.state);
  add((place) => `r.function_id = ${place}`, filter.functionId);
  add((place) => `r.id < ${place}`, filter.cursor);
  add((place) => `e.data @> ${place}`, filter.eventMatch && JSON.stringify(filter.eventMatch));
  values.push(filter.limit + 1);
  const rows = await sql.rows<Run>(
    `select ${columns} from run r join event e on e.id = r.event_id
      ${where.length > 0 ? `where ${where.join(" and ")}` : ""}
      order by r.id desc limit $${values.length}`,
    values,
  );
  const items = rows.slice(0, filter.limit);
  return { items, nextCursor: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null };
}

export async function getRun(sql: Sql, runId: string): Promise<RunDetail | null> {
  const [row] = await sql.rows<Run & { output: unknown; event: EventRow; retryAt: Date | null }>(
    `select ${columns}, r.output, r.retry_at as "retryAt", to_jsonb(e) as event
       from run r join event e on e.id = r.event_id where r.id = $1`,
    [runId],
  );
  if (!row) return null;
  const steps = await sql.rows<Step>(
    `select id, name, op, state, started_at as "startedAt", finished_at as "finishedAt",
            attempt + case when state in ('done', 'failed') or (state = 'planned' and started_at is not null and due_at is null)
                           then 1 else 0 end as attempts,
            (extract(epoch from finished_at - started_at) * 1000)::float8 as "durationMs",
            octet_length(memo::text) as "outputBytes",
            case when state = 'failed' then memo -> 'error' else error end as error
       from step where run_id = $1 order by coalesce(started_at, created_at), created_at`,
    [runId],
  );
  const { retryAt, event, ...run } = row;
  return {
    ...run,
    event: eventFromRow(event),
    steps,
    waitingFor: await waitingFor(sql, run, retryAt),
  };
}

export async function runStats(sql: Sql): Promise<Stats> {
  const [stats] = await sql.rows<Stats>(
    `select (count(*) filter (where state = 'queued'))::int as queued,
            (count(*) filter (where state = 'running'))::int as running,
            (count(*) filter (where state = 'sleeping'))::int as sleeping,
            (count(*) filter (where state = 'failed'))::int as failed,
            extract(epoch from now() - min(created_at) filter (where state = 'queued'))::float8 as "oldestQueuedAgeSeconds"
       from run where state in ('queued', 'running', 'sleeping', 'failed')`,
  );
  return stats ?? { queued: 0, running: 0, sleeping: 0, failed: 0, oldestQueuedAgeSeconds: null };
}
