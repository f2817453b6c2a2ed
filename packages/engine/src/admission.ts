import type { Transaction } from "./database";
import { type Job, jobKey, type Queue, taskOf } from "./queue";

/** What admission must know of a run. `keys` and `limits` go in pairs. */
export type Admissible = { id: string; function_id: string; keys: string[]; limits: number[] };

/**
 * Lets a run go on, now or at `runAt`. Where concurrency is limited the job is parked, and is queued with its slots by whoever finds
 * them free; a job in the queue therefore always holds its slots.
 */
export async function enqueueRun(
  tx: Transaction,
  queue: Queue,
  run: Admissible,
  options: { step?: string; runAt?: Date } = {},
): Promise<void> {
  const { step, runAt } = options;
  const job: Job = step ? { kind: "step", run: run.id, step } : { kind: "drive", run: run.id };
  if (run.keys.length === 0) return queue.enqueue(tx, job, run.function_id, runAt);
  if (runAt) {
    const later: Job = { kind: "park", run: run.id, step: step ?? null };
    return queue.enqueue(tx, later, run.function_id, runAt);
  }
  const lane = JSON.stringify(run.keys);
  await tx.rows(
    `insert into lane (function_id, lane, keys, limits) values ($1, $2, $3, $4)
     on conflict (function_id, lane) do update set limits = excluded.limits where lane.limits <> excluded.limits`,
    [run.function_id, lane, run.keys, run.limits],
  );
  await tx.rows(
    `insert into parked (holder, function_id, lane, task, payload) values ($1, $2, $3, $4, $5)
     on conflict (holder) do nothing`,
    [jobKey(job), run.function_id, lane, taskOf(run.function_id), JSON.stringify(job)],
  );
  tx.admit.add(run.function_id);
}

/** Gives back the slots that a job held. */
export async function releaseSlots(
  tx: Transaction,
  functionId: string,
  holders: string[],
): Promise<void> {
  const freed = await tx.rows("delete from slot where holder = any($1) returning 1", [holders]);
  if (freed.length > 0) tx.admit.add(functionId);
}
