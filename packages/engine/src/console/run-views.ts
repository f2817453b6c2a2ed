import {
  integer,
  json,
  nullable,
  oneOf,
  ownJson,
  real,
  text,
  textArray,
  timestamp,
} from "@besunny/sql/rows/column";
import { columnList } from "@besunny/sql/rows/row-shape";
import { statement, statementFamily } from "@besunny/sql/rows/statement";
import type { Sql } from "../database/database";
import { eventColumns, eventFromRow } from "../database/stored-event";
import {
  type FailedAttempt,
  type Run,
  type RunDetail,
  type RunError,
  type RunFilter,
  type Step,
  unknownError,
} from "./console-types";
import { conditionOf, sampleConditions } from "./run-filter";
import { runStates, stepStates } from "./run-states";
import { waitingFor } from "./waiting-for";

const runView = {
  id: text,
  functionId: text,
  tenant: nullable(text),
  state: oneOf(runStates),
  eventId: text,
  eventName: text,
  attempt: integer,
  maxAttempts: integer,
  error: nullable(ownJson<RunError>()),
  fingerprint: nullable(text),
  parentRunId: nullable(text),
  replayOf: nullable(text),
  createdAt: timestamp,
  startedAt: nullable(timestamp),
  finishedAt: nullable(timestamp),
};
const columns = `r.id, r.function_id as "functionId", r.tenant, r.state, r.event_id as "eventId", e.name as "eventName", r.attempt,
  coalesce((f.config ->> 'maxAttempts')::int, 1) as "maxAttempts", r.error, r.fingerprint, r.parent_run_id as "parentRunId",
  r.replay_of as "replayOf", r.created_at as "createdAt", r.started_at as "startedAt", r.finished_at as "finishedAt"`;
const joins = "join event e on e.id = r.event_id left join function f on f.id = r.function_id";

/** Newest first. `nextCursor` goes back in as `cursor`; null at the end. */
export async function listRuns(
  sql: Sql,
  { limit, cursor, ...filter }: RunFilter & { limit: number; cursor?: string },
): Promise<{ items: Run[]; nextCursor: string | null }> {
  const { values, ...condition } = conditionOf({ ...filter, before: cursor });
  const rows = await sql.rows(selectRuns(condition), [...values, limit + 1]);
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

const selectRuns = statementFamily(
  runView,
  ({ where, count }) =>
    `select ${columns} from (select r.* from run r ${where} order by r.id desc limit $${count + 1}) r ${joins}
      order by r.id desc`,
  sampleConditions,
);

export async function countRuns(sql: Sql, filter: RunFilter, upTo: number): Promise<number> {
  const { values, ...condition } = conditionOf(filter);
  const [row] = await sql.rows(countUpTo(condition), [...values, upTo]);
  return row?.count ?? 0;
}

const countUpTo = statementFamily(
  { count: integer },
  ({ where, count }) =>
    `select count(*)::int as count from (select 1 from run r ${where} limit $${count + 1}) as found`,
  sampleConditions,
);

export async function getRun(sql: Sql, runId: string): Promise<RunDetail | null> {
  const [row] = await sql.rows(findRun, [runId]);
  if (!row) return null;
  const { retryAt, eventIds, ...run } = row;
  const [events, steps, failedAttempts, replays] = await Promise.all([
    sql.rows(findEvents, [eventIds]),
    readSteps(sql, runId),
    readFailures(sql, runId),
    sql.rows(findReplays, [runId]),
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
  const rows = await sql.rows(listSteps, [runId]);
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

async function readFailures(sql: Sql, runId: string): Promise<FailedAttempt[]> {
  const attempts = await sql.rows(listFailedAttempts, [runId]);
  return attempts.map(({ error, ...attempt }) => ({ ...attempt, error: error ?? unknownError }));
}

const findRun = statement(
  `select ${columns}, r.output, r.retry_at as "retryAt", r.worker, r.takeovers,
          coalesce(r.batch, array[r.event_id]) as "eventIds"
     from run r ${joins} where r.id = $1`,
  {
    ...runView,
    output: nullable(json),
    retryAt: nullable(timestamp),
    worker: nullable(text),
    takeovers: integer,
    eventIds: textArray,
  },
);
const findEvents = statement(
  `select ${columnList(eventColumns)} from event where id = any($1) order by received_at`,
  eventColumns,
);
const findReplays = statement("select id from run where replay_of = $1 order by id", { id: text });
const listSteps = statement(
  `select id, name, op, state, started_at as "startedAt", finished_at as "finishedAt", due_at as "dueAt",
            attempt + case when state in ('done', 'failed') or (state = 'planned' and started_at is not null and due_at is null)
                           then 1 else 0 end as attempts,
            (extract(epoch from finished_at - started_at) * 1000)::float8 as "durationMs",
            input, memo, octet_length(memo::text) as "outputBytes", error, child_run_id as "childRunId"
       from step where run_id = $1 order by coalesce(started_at, created_at), created_at`,
  {
    id: text,
    name: text,
    op: text,
    state: oneOf(stepStates),
    startedAt: nullable(timestamp),
    finishedAt: nullable(timestamp),
    dueAt: nullable(timestamp),
    attempts: integer,
    durationMs: nullable(real),
    input: nullable(json),
    memo: nullable(ownJson<Partial<Record<string, unknown>>>()),
    outputBytes: nullable(integer),
    error: nullable(ownJson<RunError>()),
    childRunId: nullable(text),
  },
);
const listFailedAttempts = statement(
  `select step_id as "stepId", number, at, (extract(epoch from at - began) * 1000)::float8 as "durationMs", error,
            retry_at as "retryAt", worker
       from failure where run_id = $1 order by sequence`,
  {
    stepId: nullable(text),
    number: integer,
    at: timestamp,
    durationMs: nullable(real),
    error: nullable(ownJson<RunError>()),
    retryAt: nullable(timestamp),
    worker: nullable(text),
  },
);
