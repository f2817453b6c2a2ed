import { releaseSlots } from "./admission";
import type { Transaction } from "./database";
import { type EventRow, eventFromRow, internalEvent } from "./events";
import { jobKey, type Queue } from "./queue";
import { finishStep, type RunRow } from "./steps";

export type Ending =
  | { state: "completed"; output: unknown }
  | { state: "failed"; error: unknown }
  | { state: "cancelled" };

/** Ends a run whose row is held: frees what it held, tells its parent and whoever listens for its failure. */
export async function finishRun(
  tx: Transaction,
  queue: Queue,
  run: RunRow,
  ending: Ending,
): Promise<void> {
  await tx.rows(
    `update run set state = $2, output = $3, error = $4, generation = generation + 1, worker = null, retry_at = null,
            finished_at = clock_timestamp(), updated_at = clock_timestamp() where id = $1`,
    [
      run.id,
      ending.state,
      ending.state === "completed" ? JSON.stringify(ending.output ?? null) : null,
      ending.state === "failed" ? JSON.stringify(ending.error) : null,
    ],
  );
  await freeAll(tx, queue, run);
  await tellParent(tx, queue, run, ending);
  await tellListeners(tx, run, ending);
}

/** Jobs that a worker is in the midst of keep their slots; it gives them back when it sees that the run is over. */
async function freeAll(tx: Transaction, queue: Queue, run: RunRow): Promise<void> {
  const open = await tx.rows<{ id: string }>(
    `update step set state = 'cancelled', finished_at = clock_timestamp()
      where run_id = $1 and state in ('retrying', 'planned', 'sleeping', 'waiting', 'invoked') returning id`,
    [run.id],
  );
  const keys = [
    jobKey({ kind: "drive", run: run.id }),
    jobKey({ kind: "park", run: run.id, step: null }),
    ...open.flatMap(({ id: step }) =>
      (["step", "wake", "park"] as const).map((kind) => jobKey({ kind, run: run.id, step })),
    ),
  ];
  await tx.rows("delete from parked where holder = any($1)", [keys]);
  await releaseSlots(tx, run.function_id, await queue.remove(tx, keys));
}

async function tellParent(tx: Transaction, queue: Queue, run: RunRow, ending: Ending) {
  if (!run.parent_run_id || !run.parent_step_id) return;
  const memo =
    ending.state === "completed"
      ? { data: ending.output ?? null }
      : {
          error:
            ending.state === "failed"
              ? ending.error
              : { name: "Error", message: "The invoked function was cancelled" },
        };
  await finishStep(tx, queue, run.parent_run_id, { id: run.parent_step_id, memo });
}

async function tellListeners(tx: Transaction, run: RunRow, ending: Ending) {
  const names =
    ending.state === "completed"
      ? ["inngest/function.finished"]
      : ending.state === "failed"
        ? ["inngest/function.failed", "inngest/function.finished"]
        : ["inngest/function.cancelled"];
  const listened = await tx.rows<{ name: string }>(
    `select name from unnest($1::text[]) as name
      where exists (select 1 from trigger t where t.event = name)
         or exists (select 1 from step s where s.state = 'waiting' and s.wait_event = name)`,
    [names],
  );
  if (listened.length === 0) return;
  const [row] = await tx.rows<EventRow>("select * from event where id = $1", [run.event_id]);
  if (!row) return;
  const about = {
    function_id: run.function_id,
    run_id: run.id,
    event: eventFromRow(row),
    ...(ending.state === "completed" ? { result: ending.output ?? null } : {}),
    ...(ending.state === "failed" ? { error: ending.error } : {}),
  };
  tx.raised.push(...listened.map(({ name }) => internalEvent(name, about)));
}
