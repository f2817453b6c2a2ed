import { statement } from "@besunny/sql/rows/statement";
import type { Transaction } from "../database/database";
import { lockEventNames } from "../database/lock-event-names";
import { type Answer, beganAt, inputOf, type Op, stepName } from "../functions/call";
import type { FunctionConfig } from "../functions/function-config";
import { enqueueRun, releaseSlots } from "../queue/admission";
import { jobKey } from "../queue/queue";
import type { Driven, Driver } from "./driver";
import { noteEnd, noteFailure, postponeRun } from "./failures";
import { finishRun } from "./finish";
import { waitForSignal } from "./signals";
import { type StepOutcome, stepOutcome } from "./step-outcome";
import { isOver, lockRun, memoise, outstanding, type RunRow } from "./steps";
import { invoke, planStep, sleep, waitForEvent } from "./waiting";

/** Writes what a call answered. "again": call at once; "pause": this job is done. An answer that comes too late changes nothing. */
export async function recordRunAnswer(
  driver: Driver,
  driven: Driven,
  answer: Answer,
): Promise<"again" | "pause"> {
  return driver.database.transaction(async (tx) => {
    const names = answer.kind === "ops" ? answer.ops.filter(({ op }) => op === "WaitForEvent") : [];
    await lockEventNames(
      tx,
      names.map(({ name }) => name ?? ""),
      "alone",
    );
    const run = await lockRun(tx, driven.runId);
    if (!run) return "pause";
    const holder = jobKey({ kind: "drive", run: run.id });
    if (isOver(run)) await releaseSlots(tx, run, [holder]);
    if (isOver(run) || run.generation !== driven.generation) return "pause";

    const next = await applyAnswer(tx, driver, run, driven.config, answer);
    if (next === "pause") await releaseSlots(tx, run, [holder]);
    return next;
  });
}

async function applyAnswer(
  tx: Transaction,
  driver: Driver,
  run: RunRow,
  config: FunctionConfig,
  answer: Answer,
): Promise<"again" | "pause"> {
  if (answer.kind === "returned")
    return end(tx, driver, run, { state: "completed", output: answer.output });
  if (answer.kind === "threw") {
    const { error, retriable, delay } = answer;
    if (!retriable || run.attempt + 1 >= config.maxAttempts) {
      await noteEnd(tx, run, error);
      return end(tx, driver, run, { state: "failed", error });
    }
    return retry(tx, driver, run, { error, delay });
  }

  const { ops, version, delay } = answer;
  const complete = ops.find(({ op }) => op === "RunComplete");
  const failing = ops.find(({ op }) => op === "StepError");
  const eager = version < 2 || ops.some(({ opts }) => opts?.parallelMode === "race");
  const parallel = !complete && ops.length > 1;
  if (parallel || eager) {
    await tx.rows(setParallel, [run.id, parallel, eager]);
  }
  const kept: Kept[] = [];
  for (const op of ops) kept.push(await applyOp(tx, driver, run, config, op));
  const refused = kept.find((outcome) => typeof outcome === "object");
  if (refused) return end(tx, driver, run, { state: "failed", error: refused.error });
  if (complete) return end(tx, driver, run, { state: "completed", output: complete.data });
  if (failing && !kept.includes("result"))
    return retry(tx, driver, run, { error: failing.error, delay, op: failing });
  if (kept.includes("result")) return "again";
  return pause(tx, driver, run);
}

type Kept = "result" | "outstanding" | "none" | { error: { name: string; message: string } };

async function applyOp(
  tx: Transaction,
  driver: Driver,
  run: RunRow,
  config: FunctionConfig,
  op: Op,
): Promise<Kept> {
  const outcome = stepOutcome(op);
  if (outcome) return keepOutcome(tx, run, config, op, outcome);
  switch (op.op) {
    case "StepPlanned":
      return planStep(tx, driver, run, op);
    case "Sleep":
      return sleep(tx, driver, run, op);
    case "WaitForEvent":
      return waitForEvent(tx, driver, run, op);
    case "WaitForSignal":
      return waitForSignal(tx, driver, run, op);
    case "InvokeFunction":
      return invoke(tx, driver, run, op);
    case "DiscoveryRequest":
      return "result";
    case "RunComplete":
      return "none";
    default: {
      const message = `The step "${op.displayName ?? op.id}" asks for ${op.op}, which this engine does not support`;
      return { error: { name: "UnsupportedStep", message } };
    }
  }
}

async function keepOutcome(
  tx: Transaction,
  run: RunRow,
  config: FunctionConfig,
  op: Op,
  outcome: StepOutcome,
): Promise<Kept> {
  const number = run.attempt + 1;
  if (outcome.kind === "retry" && number < config.maxAttempts) return "none";
  const memo = outcome.kind === "retry" ? { error: outcome.error } : outcome.memo;
  if ("error" in memo) {
    await noteFailure(tx, run, { stepId: op.id, number, error: memo.error, op });
  }
  await memoise(tx, run.id, {
    id: op.id,
    name: stepName(op),
    op: op.op,
    memo,
    began: beganAt(op),
    input: inputOf(op),
  });
  return "result";
}

async function end(
  tx: Transaction,
  driver: Driver,
  run: RunRow,
  ending: { state: "completed"; output: unknown } | { state: "failed"; error: unknown },
): Promise<"pause"> {
  await finishRun(tx, driver.queue, run, ending);
  return "pause";
}

/** The same call again, later. */
async function retry(
  tx: Transaction,
  driver: Driver,
  run: RunRow,
  failure: { error: unknown; delay: number | null; op?: Op },
): Promise<"pause"> {
  const { error, op } = failure;
  const attempt = run.attempt + 1;
  const seconds = (failure.delay ?? driver.retryDelay(attempt)) / 1000;
  const retryAt = await postponeRun(tx, run, { attempt, seconds, error });
  await noteFailure(tx, run, {
    stepId: op?.id ?? null,
    number: attempt,
    error,
    ...(op && { op }),
    ...(retryAt && { retryAt }),
  });
  if (op) await noteRetrying(tx, run.id, op, attempt);
  await enqueueRun(tx, driver.queue, run, { when: { seconds } });
  return "pause";
}

async function noteRetrying(tx: Transaction, runId: string, op: Op, attempt: number) {
  const error = JSON.stringify(op.error ?? null);
  await tx.rows(keepRetrying, [runId, op.id, stepName(op), attempt, error, beganAt(op)]);
}

/** Everything found is under way; whatever ends last wakes the run. */
async function pause(tx: Transaction, driver: Driver, run: RunRow): Promise<"pause"> {
  const left = await outstanding(tx, run.id);
  if (left.total === 0) {
    const error = { name: "Error", message: "The function found no step that it had not finished" };
    return retry(tx, driver, run, { error, delay: null });
  }
  await tx.rows(setPaused, [run.id, left.planned > 0 ? "running" : "sleeping"]);
  return "pause";
}

const setParallel = statement(
  "update run set parallel = parallel or $2, eager = eager or $3 where id = $1",
);
const keepRetrying = statement(
  `insert into step as s (run_id, id, name, op, state, attempt, error, started_at)
   values ($1, $2, $3, 'StepRun', 'retrying', $4, $5, coalesce($6, clock_timestamp()))
   on conflict (run_id, id) do update set attempt = excluded.attempt, error = excluded.error where s.memo is null`,
);
const setPaused = statement(
  "update run set state = $2, worker = null, attempt = 0, updated_at = clock_timestamp() where id = $1",
);
