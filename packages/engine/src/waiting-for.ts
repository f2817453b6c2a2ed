import type { Sql } from "./database";
import type { Run } from "./run-views";

/** A sentence on why a run is not moving; null when it is over or at work. */
export async function waitingFor(
  sql: Sql,
  run: Pick<Run, "id" | "state" | "attempt" | "error">,
  retryAt: Date | null,
): Promise<string | null> {
  if (run.state === "queued") return queuedBecause(sql, run.id);
  if (run.state !== "sleeping") return null;
  if (retryAt) {
    const why = run.error ? `: ${run.error.message}` : "";
    return `Try ${run.attempt + 1} at ${retryAt.toISOString()}${why}`;
  }
  const [step] = await sql.rows<{
    state: string;
    name: string;
    wait_event: string | null;
    due_at: Date | null;
  }>(
    `select state, name, wait_event, due_at from step
      where run_id = $1 and state in ('sleeping', 'waiting', 'invoked') order by due_at nulls last limit 1`,
    [run.id],
  );
  const until = step?.due_at ? ` until ${step.due_at.toISOString()}` : "";
  if (step?.state === "waiting") return `Waiting for the event ${step.wait_event}${until}`;
  if (step?.state === "invoked")
    return `Waiting for the function invoked by "${step.name}"${until}`;
  return step ? `Sleeping in "${step.name}"${until}` : "Waiting for its turn";
}

async function queuedBecause(sql: Sql, runId: string): Promise<string> {
  const [parked] = await sql.rows<{ lane: string; place: number; of: number }>(
    `select mine.lane, (count(*) filter (where p.sequence <= mine.sequence))::int as place, count(*)::int as of
       from parked mine join parked p on p.function_id = mine.function_id and p.lane = mine.lane
      where mine.payload ->> 'run' = $1 group by mine.holder, mine.lane limit 1`,
    [runId],
  );
  return parked
    ? `Number ${parked.place} of ${parked.of} behind the concurrency limit ${parked.lane}`
    : "Waiting for a free worker";
}
