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
  await tx.rows("select pg_advisory_xact_lock(hashtextextended('engine.signal:' || $1, 0))", [
    signal,
  ]);
  const [other] = await tx.rows<{ run_id: string; id: string }>(
    "select run_id, id from step where signal = $1 and state = 'waiting' and not (run_id = $2 and id = $3)",
    [signal, run.id, op.id],
  );
  if (other && op.opts?.conflict !== "replace") {
    const error = {
      name: "SignalConflict",
      message: `Another run waits for the signal "${signal}" already`,
    };
    await memoise(tx, run.id, { id: op.id, name: stepName(op), op: op.op, memo: { error } });
    return "result";
  }
  if (other)
    await tx.rows("update step set signal = null where run_id = $1 and id = $2", [
      other.run_id,
      other.id,
    ]);
  if (!(await open(tx, run, op, "waiting", { until, signal }))) return "none";
  await expireAt(tx, driver, run, op, until);
  return "outstanding";
}

/** Ends the wait for a signal. Gives the run that waited, null when none did. */
export async function takeSignal(
  tx: Transaction,
  queue: Queue,
  sent: { signal: string; data: unknown },
): Promise<string | null> {
  await tx.rows("select pg_advisory_xact_lock(hashtextextended('engine.signal:' || $1, 0))", [
    sent.signal,
  ]);
  const [step] = await tx.rows<{ run_id: string; id: string }>(
    "select run_id, id from step where signal = $1 and state = 'waiting'",
    [sent.signal],
  );
  if (!step) return null;
  const memo = { data: { signal: sent.signal, data: sent.data ?? null } };
  const ended = await finishStep(tx, queue, step.run_id, { id: step.id, memo });
  return ended ? step.run_id : null;
}
