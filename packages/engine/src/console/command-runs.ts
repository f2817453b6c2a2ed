import { assured, json, nullable, ownJson, text, textArray } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import type { Database, Sql, Transaction } from "../database/database";
import { readEventsById } from "../database/events";
import type { FunctionConfig } from "../functions/function-config";
import { enqueueRun } from "../queue/admission";
import type { Queue } from "../queue/queue";
import { beginRun } from "../runs/begin-run";
import { cancelRuns } from "../runs/cancel";
import { messageOf } from "../runs/failures";
import { isOver, lockRun, type RunRow } from "../runs/steps";

/** Cancels, in batches, every unfinished run whose event's data holds `data`. */
export async function cancelByEvent(
  database: Database,
  queue: Queue,
  match: { functionId?: string; data: Record<string, unknown> },
): Promise<number> {
  let cancelled = 0;
  for (;;) {
    const runs = await database.rows(findByEvent, [
      JSON.stringify(match.data),
      match.functionId ?? null,
    ]);
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

/** Sets an ended run going again: the steps that ended well before the place keep their results. */
export async function retryRun(
  database: Database,
  queue: Queue,
  runId: string,
  options: { fromStep?: string } = {},
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const run = await lockRun(tx, runId);
    if (!run || !isOver(run)) return false;
    const dropped = await droppedSteps(tx, run, options.fromStep);
    if (!dropped || (await isTaken(tx, run))) return false;
    await tx.rows(dropSteps, [runId, dropped]);
    await tx.rows(reopenRun, [runId, run.stack.filter((id) => !dropped.includes(id))]);
    await enqueueRun(tx, queue, run);
    return true;
  });
}

/** The steps that shall run again; null when there is no such place. */
async function droppedSteps(
  tx: Transaction,
  run: RunRow,
  fromStep: string | undefined,
): Promise<string[] | null> {
  if (fromStep === undefined) return run.state === "completed" ? null : failedSteps(tx, run);
  const place = run.stack.indexOf(fromStep);
  if (place >= 0) return run.stack.slice(place);
  const known = await tx.rows(findStep, [run.id, fromStep]);
  return known.length > 0 ? [] : null;
}

/**
 * Returns the failed steps that shall run again: those after the last good step, or with the error of the run. The function caught the other
 * failures and went on, so they are kept.
 */
async function failedSteps(sql: Sql, run: RunRow): Promise<string[]> {
  const failed = await sql.rows(listFailedSteps, [run.id]);
  const [ended] = await sql.rows(findError, [run.id]);
  const said = messageOf(ended?.error);
  const bad = new Set(failed.map(({ id }) => id));
  const lastGood = run.stack.findLastIndex((id) => !bad.has(id));
  return failed.flatMap(({ id, memo }) =>
    (said !== null && messageOf(memo.error) === said) || run.stack.indexOf(id) > lastGood
      ? [id]
      : [],
  );
}

/** Another run of the same singleton is under way. */
async function isTaken(sql: Sql, run: RunRow): Promise<boolean> {
  const others = await sql.rows(findRival, [run.id]);
  return others.length > 0;
}

/** A new run of the same events. */
export async function replayRun(
  database: Database,
  queue: Queue,
  runId: string,
): Promise<string | null> {
  return database.transaction(async (tx) => {
    const [found] = await tx.rows(findReplayable, [runId]);
    if (!found) return null;
    const events = await readEventsById(tx, found.events);
    const begun = await beginRun(tx, queue, { config: found.config, events, replayOf: runId });
    return "runId" in begun ? begun.runId : null;
  });
}

/** Pauses a function. A worker that takes one of its queued jobs puts the job aside. Returns false when it was paused already. */
export async function pauseFunction(database: Database, functionId: string): Promise<boolean> {
  const paused = await database.rows(setPaused, [functionId]);
  return paused.length > 0;
}

export async function resumeFunction(database: Database, functionId: string): Promise<boolean> {
  return database.transaction(async (tx) => {
    const resumed = await tx.rows(setResumed, [functionId]);
    tx.admit.add(`paused|${functionId}`);
    return resumed.length > 0;
  });
}

const findByEvent = statement(
  `select r.id from run r join event e on e.id = r.event_id
    where r.state in ('queued', 'running', 'sleeping') and e.data @> $1
      and ($2::text is null or r.function_id = $2)
    order by r.id limit 200`,
  { id: text },
);
const dropSteps = statement(
  "delete from step where run_id = $1 and (id = any($2) or memo is null)",
);
const reopenRun = statement(
  `update run set state = 'queued', attempt = 0, output = null, error = null, fingerprint = null, finished_at = null,
          takeovers = 0, stack = $2, updated_at = clock_timestamp() where id = $1`,
);
const findStep = statement("select 1 from step where run_id = $1 and id = $2");
const listFailedSteps = statement(
  "select id, memo from step where run_id = $1 and state = 'failed'",
  { id: text, memo: assured(ownJson<{ error?: unknown }>()) },
);
const findError = statement("select error from run where id = $1", { error: nullable(json) });
const findRival = statement(
  `select 1 from run mine join run other on other.function_id = mine.function_id and other.singleton = mine.singleton
    where mine.id = $1 and other.id <> mine.id and other.state in ('queued', 'running', 'sleeping')`,
);
const findReplayable = statement(
  `select coalesce(r.batch, array[r.event_id]) as events, f.config
     from run r join function f on f.id = r.function_id and not f.retired where r.id = $1`,
  { events: textArray, config: ownJson<FunctionConfig>() },
);
const setPaused = statement(
  "update function set paused = true where id = $1 and not paused returning 1",
);
const setResumed = statement(
  "update function set paused = false where id = $1 and paused returning 1",
);
