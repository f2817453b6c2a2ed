import { integer, nullable, text, timestamp } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import type { Sql } from "../database/database";
import type { Run } from "./console-types";

type Asked = Pick<
  Run,
  "id" | "functionId" | "state" | "attempt" | "maxAttempts" | "error" | "tenant"
> & { takeovers: number; worker: string | null };

/** A plain sentence on why a run is not moving; null when it is over or at work. */
export async function waitingFor(
  sql: Sql,
  run: Asked,
  retryAt: Date | null,
): Promise<string | null> {
  if (run.state === "queued") return queuedBecause(sql, run);
  if (run.state === "running") return takenOver(sql, run);
  if (run.state !== "sleeping") return null;
  if (retryAt) {
    const why = run.error ? `: ${run.error.message}` : "";
    return `Retrying ${run.attempt + 1}/${run.maxAttempts} at ${retryAt.toISOString()}${why}`;
  }
  return asleepBecause(sql, run.id);
}

async function asleepBecause(sql: Sql, runId: string): Promise<string> {
  const [step] = await sql.rows(findWait, [runId]);
  const until = step?.due_at ? ` until ${step.due_at.toISOString()}` : "";
  if (step?.signal) return `Waiting for the signal ${step.signal}${until}`;
  if (step?.state === "waiting") return `Waiting for the event ${step.wait_event}${until}`;
  if (step?.state === "invoked")
    return `Waiting for the function invoked by "${step.name}"${until}`;
  return step ? `Sleeping in "${step.name}"${until}` : "Waiting for its turn";
}

async function queuedBecause(sql: Sql, run: Asked): Promise<string> {
  const [parked] = await sql.rows(findPlace, [run.id]);
  if (parked?.blocked_by.startsWith("paused|")) return "Its function is paused";
  if (parked?.blocked_by.startsWith("throttle|")) {
    return `Number ${parked.place} of ${parked.of} held back by the throttle of its function`;
  }
  if (parked) {
    const behind = run.tenant ? ` of ${run.tenant}` : "";
    return `Number ${parked.place} of ${parked.of} behind the concurrency limit${behind}`;
  }
  const served = await sql.rows(findServer, [run.functionId]);
  if (served.length === 0) return "No worker that knows this function is running";
  const [ahead] = await sql.rows(countAhead, [run.id]);
  return ahead && ahead.count > 0
    ? `Waiting for a free worker; ${ahead.count} older ${ahead.count === 1 ? "run does" : "runs do"} too`
    : "Waiting for a free worker";
}

async function takenOver(sql: Sql, run: Asked): Promise<string | null> {
  const living = await sql.rows(findWorker, [run.worker]);
  if (run.worker && living.length === 0)
    return "Its worker was lost; another takes it over within seconds";
  return null;
}

const findWait = statement(
  `select state, name, wait_event, signal, due_at from step
    where run_id = $1 and state in ('sleeping', 'waiting', 'invoked') order by due_at nulls last limit 1`,
  {
    state: text,
    name: text,
    wait_event: nullable(text),
    signal: nullable(text),
    due_at: nullable(timestamp),
  },
);
const findPlace = statement(
  `select l.blocked_by, (count(*) filter (where (p.rank, p.sequence) <= (mine.rank, mine.sequence)))::int as place,
          count(*)::int as of
     from parked mine
     join parked p on p.function_id = mine.function_id and p.lane = mine.lane
     join lane l on l.function_id = mine.function_id and l.lane = mine.lane
    where mine.run_id = $1 group by mine.holder, l.blocked_by limit 1`,
  { blocked_by: text, place: integer, of: integer },
);
const findServer = statement("select 1 from process where $1 = any(functions) limit 1");
const countAhead = statement(
  `select count(*)::int as count from run r join run mine on mine.id = $1
    where r.state = 'queued' and r.id < mine.id and not exists (select 1 from parked p where p.run_id = r.id)`,
  { count: integer },
);
const findWorker = statement("select 1 from process where id = $1");
