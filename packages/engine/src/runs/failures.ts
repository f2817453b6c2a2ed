import { assured, json, nullable, timestamp } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import type { Sql } from "../database/database";
import { beganAt, type Op } from "../functions/call";
import { fingerprintOf } from "./fingerprint";
import type { RunRow } from "./steps";

/** The error that ended the function, unless it is only that of a step which the function did not catch. */
export async function noteEnd(sql: Sql, run: RunRow, error: unknown): Promise<void> {
  const [last] = await sql.rows(findLastFailure, [run.id]);
  if (last && messageOf(last.error) === messageOf(error)) return;
  await noteFailure(sql, run, { stepId: null, number: run.attempt + 1, error });
}

/** Returns the message of an error; null when it is none. */
export function messageOf(error: unknown): string | null {
  return typeof error === "object" && error !== null && "message" in error
    ? String(error.message)
    : null;
}

/** Writes one failed try into the run's history. `number` counts from 1; without `retryAt` it was the last. */
export async function noteFailure(
  sql: Sql,
  run: Pick<RunRow, "id" | "worker">,
  failure: { stepId: string | null; number: number; error: unknown; op?: Op; retryAt?: Date },
): Promise<void> {
  await sql.rows(insertFailure, [
    run.id,
    failure.stepId,
    failure.number,
    failure.op ? beganAt(failure.op) : null,
    JSON.stringify(failure.error ?? null),
    failure.retryAt ?? null,
    run.worker,
  ]);
}

/** Puts the run off for so many seconds. Returns the time of the next attempt. */
export async function postponeRun(
  sql: Sql,
  run: RunRow,
  retry: { attempt: number; seconds: number; error: unknown },
): Promise<Date | undefined> {
  const [row] = await sql.rows(putToSleep, [
    run.id,
    retry.attempt,
    retry.seconds,
    JSON.stringify(retry.error ?? null),
    fingerprintOf(run.function_id, retry.error),
  ]);
  return row?.retry_at;
}

const findLastFailure = statement(
  "select error from failure where run_id = $1 order by sequence desc limit 1",
  { error: nullable(json) },
);
const insertFailure = statement(
  "insert into failure (run_id, step_id, number, began, error, retry_at, worker) values ($1, $2, $3, $4, $5, $6, $7)",
);
const putToSleep = statement(
  `update run set state = 'sleeping', attempt = $2, retry_at = clock_timestamp() + make_interval(secs => $3), error = $4,
          fingerprint = $5, worker = null, updated_at = clock_timestamp() where id = $1 returning retry_at`,
  { retry_at: assured(timestamp) },
);
