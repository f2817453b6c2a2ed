import { text } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import type { Transaction } from "../database/database";
import { type Op, stepName } from "../functions/call";
import type { Queue } from "../queue/queue";
import type { Driver } from "./driver";
import { finishStep, memoise, type RunRow } from "./steps";
import { expireAt, type Found, open, timeoutOf } from "./waiting";

/** Waits for a signal; only one step at a time may wait for the same one. */
export async function waitForSignal(
  tx: Transaction,
  driver: Driver,
  run: RunRow,
  op: Op,
): Promise<Found> {
  const signal = String(op.opts?.signal ?? op.name ?? "");
  const until = timeoutOf(op);
  await tx.rows(lockSignal, [signal]);
  const [other] = await tx.rows(findOtherWait, [signal, run.id, op.id]);
  if (other && op.opts?.conflict !== "replace") {
    const error = {
      name: "SignalConflict",
      message: `Another run waits for the signal "${signal}" already`,
    };
    await memoise(tx, run.id, { id: op.id, name: stepName(op), op: op.op, memo: { error } });
    return "result";
  }
  if (other) await tx.rows(clearSignal, [other.run_id, other.id]);
  if (!(await open(tx, run, op, "waiting", { until, signal }))) return "none";
  await expireAt(tx, driver, run, op, until);
  return "outstanding";
}

/** Ends the wait for a signal. Returns the run that waited, null when none did. */
export async function takeSignal(
  tx: Transaction,
  queue: Queue,
  sent: { signal: string; data: unknown },
): Promise<string | null> {
  await tx.rows(lockSignal, [sent.signal]);
  const [step] = await tx.rows(findWait, [sent.signal]);
  if (!step) return null;
  const memo = { data: { signal: sent.signal, data: sent.data ?? null } };
  const ended = await finishStep(tx, queue, step.run_id, { id: step.id, memo });
  return ended ? step.run_id : null;
}

const lockSignal = statement(
  "select pg_advisory_xact_lock(hashtextextended('engine.signal:' || $1, 0))",
);
const findOtherWait = statement(
  "select run_id, id from step where signal = $1 and state = 'waiting' and not (run_id = $2 and id = $3)",
  { run_id: text, id: text },
);
const clearSignal = statement("update step set signal = null where run_id = $1 and id = $2");
const findWait = statement("select run_id, id from step where signal = $1 and state = 'waiting'", {
  run_id: text,
  id: text,
});
