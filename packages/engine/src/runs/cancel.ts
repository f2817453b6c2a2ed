import type { Transaction } from "../database/database";
import type { Queue } from "../queue/queue";
import { finishRun } from "./finish";
import { isOver, lockRun } from "./steps";

/** Ends runs at once: what they were doing is refused when it comes back. Returns the number that had not ended. */
export async function cancelRuns(
  tx: Transaction,
  queue: Queue,
  runIds: string[],
  because?: { name: string; message: string },
): Promise<number> {
  let cancelled = 0;
  for (const id of [...runIds].sort()) {
    const run = await lockRun(tx, id);
    if (!run || isOver(run)) continue;
    await finishRun(tx, queue, run, { state: "cancelled", ...(because && { error: because }) });
    cancelled++;
  }
  return cancelled;
}
