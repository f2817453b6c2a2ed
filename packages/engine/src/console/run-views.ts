import type { Sql } from "../database/database";
import { type EventRow, eventFromRow } from "../database/stored-event";
import type { FailedAttempt, Run, RunDetail, RunError, RunFilter, Step } from "./console-types";
import { conditionOf } from "./run-filter";
import { waitingFor } from "./waiting-for";

const columns = `r.id, r.function_id as "functionId", r.tenant, r.state, r.event_id as "eventId", e.name as "eventName", r.attempt,
  coalesce((f.config ->> 'maxAttempts')::int, 1) as "maxAttempts", r.error, r.fingerprint, r.parent_run_id as "parentRunId",
  r.replay_of as "replayOf", r.created_at as "createdAt", r.started_at as "startedAt", r.finished_at as "finishedAt"`;
const joins = "join event e on e.id = r.event_id left join function f on f.id = r.function_id";

/** Newest first. `nextCursor` goes back in as `cursor`; null at the end. */
export async function listRuns(
  sql: Sql,
  { limit, cursor, ...filter }: RunFilter & { limit: number; cursor?: string },
): Promise<{ items: Run[]; nextCursor: string | null }> {
  const { where, values } = conditionOf({ ...filter, before: cursor });
  const rows = await sql.rows<Run>(
    `select ${columns} from (select r.* from run r ${where} order by r.id desc limit $${values.length + 1}) r ${joins}
      order by r.id desc`,
    [...values, limit + 1],
  );
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

export async function countRuns(sql: Sql, filter: RunFilter, upTo: number): Promise<number> {
  const { where, values } = conditionOf(filter);
  const [row] = await sql.rows<{ count: number }>(
    `select count(*)::int as count from (select 1 from run r ${where} limit $${values.length + 1}) as found`,
    [...values, upTo],
  );
  return row?.count ?? 0;
}

type RunExtras = {
  output: unknown;
  eventIds: string[];
  retryAt: Date | null;
  worker: string | null;
  takeovers: number;
};

export async function getRun(sql: Sql, runId: string): Promise<RunDetail | null> {
  const [row] = await sql.rows<Run & RunExtras>(
    `select ${columns}, r.output, r.retry_at as "retryAt", r.worker, r.takeovers,
            coalesce(r.batch, array[r.event_id]) as "eventIds"
       from run r ${joins} where r.id = $1`,
    [runId],
  );
  if (!row) return null;
  const { retryAt, eventIds, ...run } = row;
  const [events, steps, failedAttempts, replays] = await Promise.all([
    sql.rows<EventRow>("select * from event where id = any($1) order by received_at", [eventIds]),
    readSteps(sql, runId),
    readFailures(sql, runId),
    sql.rows<{ id: string }>("select id from run where replay_of = $1 order by id", [runId]),
  ]);
  return {
    ...run,
    events: events.map(eventFromRow),
    steps,
    failedAttempts,
    stateBytes: steps.reduce((sum, { outputBytes }) => sum + (outputBytes ?? 0), 0),
    replays: replays.map(({ id }) => id),
    waitingFor: await waitingFor(sql, run, retryAt),
  };
}

/** Results are taken apart here: PostgreSQL cannot look into JSON that holds the character U+0000. */
async function readSteps(sql: Sql, runId: string): Promise<Step[]> {
  const rows = await sql.rows<
    Omit<Step, "output"> & { memo: Partial<Record<string, unknown>> | null }
  >(
    `select id, name, op, state, started_at as "startedAt", finished_at as "finishedAt", due_at as "dueAt",
            attempt + case when state in ('done', 'failed') or (state = 'planned' and started_at is not null and due_at is null)
                           then 1 else 0 end as attempts,
            (extract(epoch from finished_at - started_at) * 1000)::float8 as "durationMs",
            input, memo, octet_length(memo::text) as "outputBytes", error, child_run_id as "childRunId"
       from step where run_id = $1 order by coalesce(started_at, created_at), created_at`,
    [runId],
  );
  return rows.map(({ memo, ...step }) => ({
    ...step,
    output: memo?.data ?? null,
    error: step.state === "failed" ? errorOf(memo?.error) : step.error,
  }));
}

function errorOf(thrown: unknown): RunError {
  if (typeof thrown !== "object" || thrown === null)
    return { name: "Error", message: String(thrown) };
  return {
    name: "name" in thrown ? String(thrown.name) : "Error",
    message: "message" in thrown ? String(thrown.message) : JSON.stringify(thrown),
    ...("stack" in thrown && { stack: String(thrown.stack) }),
  };
}

function readFailures(sql: Sql, runId: string): Promise<FailedAttempt[]> {
  return sql.rows<FailedAttempt>(
    `select step_id as "stepId", number, at, (extract(epoch from at - began) * 1000)::float8 as "durationMs", error,
            retry_at as "retryAt", worker
       from failure where run_id = $1 order by sequence`,
    [runId],
  );
}
