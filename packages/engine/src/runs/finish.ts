import { text, textArray } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import type { Transaction } from "../database/database";
import { readEventsById } from "../database/events";
import { internalEvent } from "../database/stored-event";
import type { Queue } from "../queue/queue";
import { fingerprintOf } from "./fingerprint";
import { finishStep, type RunRow } from "./steps";

/** `error` of a cancelled run says why, where there is a reason. */
export type Ending =
  | { state: "completed"; output: unknown }
  | { state: "failed"; error: unknown }
  | { state: "cancelled"; error?: unknown };

/** Ends a run whose row is held: frees what it held, reports to its parent and to the functions that listen for its end. */
export async function finishRun(
  tx: Transaction,
  queue: Queue,
  run: RunRow,
  ending: Ending,
): Promise<void> {
  const error = ending.state === "completed" ? undefined : ending.error;
  const [finished] = await tx.rows(endRun, [
    run.id,
    ending.state,
    ending.state === "completed" ? JSON.stringify(ending.output ?? null) : null,
    error === undefined ? null : JSON.stringify(error),
    ending.state === "failed" ? fingerprintOf(run.function_id, error) : null,
  ]);
  for (const key of finished?.finish ?? []) tx.admit.add(key);
  await tellParent(tx, queue, run, ending);
  await tellListeners(tx, run, ending);
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
  const listened = await tx.rows(findListened, [names]);
  if (listened.length === 0) return;
  const events = await readEventsById(tx, run.batch ?? [run.event_id]);
  const about = {
    function_id: run.function_id,
    run_id: run.id,
    event: events[0],
    ...(run.batch && { events }),
    ...(ending.state === "completed" ? { result: ending.output ?? null } : {}),
    ...(ending.state === "failed" ? { error: ending.error } : {}),
  };
  tx.raised.push(...listened.map(({ name }) => internalEvent(name, about)));
}

const endRun = statement("select finish($1, $2, $3, $4, $5)", { finish: textArray });
const findListened = statement(
  `select name from unnest($1::text[]) as name
    where exists (select 1 from trigger t where t.event = name)
       or exists (select 1 from step s where s.state = 'waiting' and s.wait_event = name)`,
  { name: text },
);
