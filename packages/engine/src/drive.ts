import { enqueueRun, releaseSlots } from "./admission";
import { callFunction } from "./call";
import type { Database, Sql } from "./database";
import { type EventRow, eventFromRow } from "./events";
import type { FunctionConfig } from "./function-config";
import { jobKey, type Queue } from "./queue";
import type { ServeHandler } from "./registration";
import { settleDiscovery } from "./settle";
import { settleStep } from "./settle-step";
import { isOver, lockRun, type RunRow } from "./steps";

/** What a worker needs to drive runs. `retryDelay` gives milliseconds after so many failures. */
export type Driver = {
  database: Database;
  queue: Queue;
  handler: ServeHandler;
  functions: ReadonlyMap<string, FunctionConfig>;
  retryDelay: (attempt: number) => number;
  workerId: () => string;
  stopping: () => boolean;
};

/** Drives a run until it sleeps, waits, fans out, fails or ends. A run that is over, or gone on elsewhere, is left alone. */
export async function driveRun(driver: Driver, runId: string): Promise<void> {
  const holder = jobKey({ kind: "drive", run: runId });
  for (;;) {
    const run = await beginDrive(driver, runId);
    if (!run) return giveBack(driver, runId, holder);
    const config = configOf(driver, run.function_id);
    const state = await readState(driver.database, runId);
    const answer = await callFunction(driver.handler, {
      functionId: run.function_id,
      runId,
      stepId: null,
      queueItem: holder,
      generation: run.generation,
      attempt: run.attempt,
      maxAttempts: config.maxAttempts,
      parallel: run.parallel,
      ...state,
    });
    const next = await settleDiscovery(
      driver,
      { runId, generation: run.generation, config },
      answer,
    );
    if (next === "pause") return;
    if (driver.stopping()) return handBack(driver, runId);
  }
}

/** Runs one of several parallel steps. */
export async function driveStep(driver: Driver, runId: string, stepId: string): Promise<void> {
  const holder = jobKey({ kind: "step", run: runId, step: stepId });
  const [begun] = await driver.database.rows<{
    generation: number;
    attempt: number;
    function_id: string;
  }>(
    `update step s set generation = s.generation + 1, started_at = coalesce(s.started_at, clock_timestamp()), due_at = null
       from run r
      where s.run_id = $1 and s.id = $2 and s.state = 'planned' and r.id = s.run_id
        and r.state in ('queued', 'running', 'sleeping')
     returning s.generation, s.attempt, r.function_id`,
    [runId, stepId],
  );
  if (!begun) return giveBack(driver, runId, holder);
  const config = configOf(driver, begun.function_id);
  const answer = await callFunction(driver.handler, {
    functionId: begun.function_id,
    runId,
    stepId,
    queueItem: holder,
    generation: begun.generation,
    attempt: begun.attempt,
    maxAttempts: config.maxAttempts,
    parallel: true,
    ...(await readState(driver.database, runId)),
  });
  await settleStep(driver, { runId, stepId, generation: begun.generation, config }, answer);
}

/** The fence: from here on, whoever drove this run before is refused. */
async function beginDrive(driver: Driver, runId: string): Promise<RunRow | null> {
  const [run] = await driver.database.rows<RunRow>(
    `update run set generation = generation + 1, state = 'running', worker = $2, retry_at = null,
            started_at = coalesce(started_at, clock_timestamp()), updated_at = clock_timestamp()
      where id = $1 and state in ('queued', 'running', 'sleeping') returning *`,
    [runId, driver.workerId()],
  );
  return run ?? null;
}

/** One snapshot of the event, the memos and their order. */
async function readState(sql: Sql, runId: string) {
  const [state] = await sql.rows<{
    event: EventRow;
    stack: string[];
    memos: Record<string, unknown> | null;
  }>(
    `select r.stack, to_jsonb(e) as event,
            (select json_object_agg(s.id, s.memo) from step s where s.run_id = r.id and s.memo is not null) as memos
       from run r join event e on e.id = r.event_id where r.id = $1`,
    [runId],
  );
  if (!state) throw new Error(`The run ${runId} is gone`);
  return { event: eventFromRow(state.event), stack: state.stack, memos: state.memos ?? {} };
}

function configOf(driver: Driver, functionId: string): FunctionConfig {
  const config = driver.functions.get(functionId);
  if (!config) throw new Error(`The function ${functionId} is not served by this process`);
  return config;
}

/** Nothing is left to do for this job. */
async function giveBack(driver: Driver, runId: string, holder: string): Promise<void> {
  await driver.database.transaction(async (tx) => {
    const run = await lockRun(tx, runId);
    if (run) await releaseSlots(tx, run.function_id, [holder]);
  });
}

/** Leaves the run to another process, at once and without loss. */
async function handBack(driver: Driver, runId: string): Promise<void> {
  await driver.database.transaction(async (tx) => {
    const run = await lockRun(tx, runId);
    if (!run || isOver(run)) return;
    await tx.rows(
      "update run set state = 'queued', worker = null, updated_at = clock_timestamp() where id = $1",
      [runId],
    );
    await releaseSlots(tx, run.function_id, [jobKey({ kind: "drive", run: runId })]);
    await enqueueRun(tx, driver.queue, run);
  });
}
