import { boolean, text } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import type { Transaction } from "../database/database";
import type { When } from "../functions/durations";
import { type Job, jobKey, type Queue, taskOf } from "./queue";

/** The part of a run that admission needs. `keys` and `limits` go in pairs; higher `priority` (seconds) goes first. */
export type Admissible = {
  id: string;
  function_id: string;
  keys: string[];
  limits: number[];
  priority: number;
};

/** The rate at which runs of one key may begin: one `every` so many seconds, and `allowance` seconds' worth of them at once. */
export type Throttle = { key: string; every: number; allowance: number };

/**
 * Lets a run go on, now or later. Where a limit or a pause may hold it up, the job is parked. The session that
 * frees a slot queues it; a job in the queue therefore always holds its slots.
 */
export async function enqueueRun(
  tx: Transaction,
  queue: Queue,
  run: Admissible,
  options: { step?: string; when?: When; throttle?: Throttle | null } = {},
): Promise<void> {
  const { step, when, throttle } = options;
  const job: Job = step ? { kind: "step", run: run.id, step } : { kind: "drive", run: run.id };
  if (when) {
    const isLimited = run.keys.length > 0;
    const later: Job = { kind: "park", run: run.id, step: step ?? null };
    return queue.enqueueAt(tx, isLimited ? later : job, run.function_id, when);
  }
  const [parked] = await tx.rows(enqueue, [
    run.function_id,
    jobKey(job),
    run.id,
    taskOf(run.function_id),
    JSON.stringify(job),
    run.keys,
    run.limits,
    throttle ? JSON.stringify(throttle) : null,
    run.priority,
  ]);
  if (parked?.enqueue) tx.admit.add("");
}

/** Frees the slots that a job held. */
export async function releaseSlots(
  tx: Transaction,
  run: Pick<Admissible, "keys">,
  holders: string[],
): Promise<void> {
  if (run.keys.length === 0) return;
  const freed = await tx.rows(deleteSlots, [holders]);
  for (const { key } of freed) tx.admit.add(key);
}

const enqueue = statement("select enqueue($1, $2, $3, $4, $5::json, $6, $7, $8::json, $9)", {
  enqueue: boolean,
});
const deleteSlots = statement("delete from slot where holder = any($1) returning key", {
  key: text,
});
