import { nullable, ownJson } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import { type EventRow, eventFromRow } from "../database/stored-event";
import { callFunction } from "../functions/call";
import type { FunctionConfig } from "../functions/function-config";
import { enqueueRun, releaseSlots } from "../queue/admission";
import { jobKey } from "../queue/queue";
import type { Driver } from "./driver";
import { recordRunAnswer } from "./record-run-answer";
import { recordStepAnswer } from "./record-step-answer";
import { isOver, lockRun, type RunRow } from "./steps";

/** Drives a run until it sleeps, waits, fans out, fails or ends. A run that is over, or gone on elsewhere, is left alone. */
export async function advanceRun(driver: Driver, runId: string): Promise<void> {
  const holder = jobKey({ kind: "drive", run: runId });
  for (;;) {
    const begun = await beginDrive(driver, runId);
    if (!begun) return giveBack(driver, runId, holder);
    if ("paused" in begun) return putAside(driver, runId, {});
    const { run, state } = begun;
    const config = configOf(driver, run.function_id);
    const answer = await callFunction(driver.handler, {
      functionId: run.function_id,
      runId,
      stepId: null,
      queueItem: holder,
      generation: run.generation,
      attempt: run.attempt,
      maxAttempts: config.maxAttempts,
      parallel: run.parallel,
      ...callState(state),
    });
    const next = await recordRunAnswer(
      driver,
      { runId, generation: run.generation, config },
      answer,
    );
    if (next === "pause") return;
    if (driver.stopping()) return putAside(driver, runId, {});
  }
}

/** Runs one of several parallel steps. */
export async function executeStep(driver: Driver, runId: string, stepId: string): Promise<void> {
  const holder = jobKey({ kind: "step", run: runId, step: stepId });
  const [begun] = await driver.database.rows(beginStep, [runId, stepId]);
  const step = begun?.begin_step;
  if (!step) return giveBack(driver, runId, holder);
  if ("paused" in step) return putAside(driver, runId, { step: stepId });
  const config = configOf(driver, step.function_id);
  const answer = await callFunction(driver.handler, {
    functionId: step.function_id,
    runId,
    stepId,
    queueItem: holder,
    generation: step.generation,
    attempt: step.attempt,
    maxAttempts: config.maxAttempts,
    parallel: true,
    ...callState(step.state),
  });
  await recordStepAnswer(driver, { runId, stepId, generation: step.generation, config }, answer);
}

type CallState = {
  events: EventRow[];
  stack: string[];
  memos: Record<string, unknown> | null;
};
type Paused = { paused: true };
type BegunRun = { run: RunRow; state: CallState };
type BegunStep =
  | Paused
  | { generation: number; attempt: number; function_id: string; state: CallState };

/** Takes the run over: the engine refuses every later answer to an earlier worker. */
async function beginDrive(driver: Driver, runId: string): Promise<BegunRun | Paused | null> {
  const [row] = await driver.database.rows(beginRunCall, [runId, driver.workerId()]);
  return row?.begin_drive ?? null;
}

const beginRunCall = statement("select begin_drive($1, $2)", {
  begin_drive: nullable(ownJson<BegunRun | Paused>()),
});
const beginStep = statement("select begin_step($1, $2)", {
  begin_step: nullable(ownJson<BegunStep>()),
});

function callState({ events, stack, memos }: CallState) {
  return { events: events.map(eventFromRow), stack, memos: memos ?? {} };
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
    if (run) await releaseSlots(tx, run, [holder]);
  });
}

/** Leaves the run to another process, or to the time when its function is no longer paused: at once and without loss. */
async function putAside(driver: Driver, runId: string, { step }: { step?: string }): Promise<void> {
  const holder = jobKey(step ? { kind: "step", run: runId, step } : { kind: "drive", run: runId });
  await driver.database.transaction(async (tx) => {
    const run = await lockRun(tx, runId);
    if (!run) return;
    await releaseSlots(tx, run, [holder]);
    if (isOver(run)) return;
    if (!step) {
      await tx.rows(setAside, [runId]);
    }
    await enqueueRun(tx, driver.queue, run, step ? { step } : {});
  });
}

const setAside = statement(
  "update run set state = 'queued', worker = null, updated_at = clock_timestamp() where id = $1",
);
