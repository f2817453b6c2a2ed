import { enqueueRun } from "./admission";
import { cancelRuns } from "./cancel";
import type { Database, Sql } from "./database";
import type { Queue } from "./queue";
import { lockRun } from "./steps";

/** Cancels, in batches, every unfinished run whose event's data holds `data`. */
export async function cancelByEvent(
  database: Database,
  queue: Queue,
  match: { functionId?: string; data: Record<string, unknown> },
): Promise<number> {
  let cancelled = 0;
  for (;;) {
    const runs = await database.rows<{ id: string }>(
      `select r.id from run r join event e on e.id = r.event_id
        where r.state in ('queued', 'running', 'sleeping') and e.data @> $1
          and ($2::text is null or r.function_id = $2)
        order by r.id limit 200`,
      [JSON.stringify(match.data), match.functionId ?? null],
    );
    if (runs.length === 0) return cancelled;
    cancelled += await database.transaction((tx) =>
      cancelRuns(
        tx,
        queue,
        runs.map(({ id }) => id),
      ),
    );
  }
}

/** Sets a failed run going again. The steps whose failure ended it run again; everything that ended well is kept. */
export async function retryFailed(
  database: Database,
  queue: Queue,
  runId: string,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const run = await lockRun(tx, runId);
    if (run?.state !== "failed") return false;
    const dropped = await failedSteps(tx, runId, run.stack);
    await tx.rows(
      "delete from step where run_id = $1 and (id = any($2) or state in ('cancelled', 'retrying'))",
      [runId, dropped],
    );
    await tx.rows(
      `update run set state = 'queued', attempt = 0, error = null, finished_at = null, takeovers = 0, stack = $2,
              updated_at = clock_timestamp() where id = $1`,
      [runId, run.stack.filter((id) => !dropped.includes(id))],
    );
    await enqueueRun(tx, queue, run);
    return true;
  });
}

/** Failures that the function caught and went on from are kept; those after the last good step, or that say what the run says, are not. */
async function failedSteps(sql: Sql, runId: string, stack: string[]): Promise<string[]> {
  const failed = await sql.rows<{ id: string; same: boolean }>(
    `select s.id, coalesce(s.memo -> 'error' ->> 'message' = r.error ->> 'message', false) as same
       from step s join run r on r.id = s.run_id where s.run_id = $1 and s.state = 'failed'`,
    [runId],
  );
  const bad = new Set(failed.map(({ id }) => id));
  const lastGood = stack.findLastIndex((id) => !bad.has(id));
  return failed.filter(({ id, same }) => same || stack.indexOf(id) > lastGood).map(({ id }) => id);
}
