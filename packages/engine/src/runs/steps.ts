import {
  boolean,
  integer,
  integerArray,
  nullable,
  oneOf,
  text,
  textArray,
} from "@besunny/sql/rows/column";
import { columnList, type RowOf } from "@besunny/sql/rows/row-shape";
import { statement } from "@besunny/sql/rows/statement";
import { runStates } from "../console/run-states";
import type { Sql, Transaction } from "../database/database";
import { enqueueRun } from "../queue/admission";
import { jobKey, type Queue } from "../queue/queue";

/** The result of a step: a value, or an error that the function may catch. */
export type Memo = { data: unknown } | { error: unknown };

/** The columns of a run, as far as driving it goes. */
export const runColumns = {
  id: text,
  function_id: text,
  keys: textArray,
  limits: integerArray,
  priority: integer,
  event_id: text,
  state: oneOf(runStates),
  generation: integer,
  attempt: integer,
  parallel: boolean,
  eager: boolean,
  stack: textArray,
  parent_run_id: nullable(text),
  parent_step_id: nullable(text),
  tenant: nullable(text),
  batch: nullable(textArray),
  worker: nullable(text),
};
export type RunRow = RowOf<typeof runColumns>;

export const isOver = (run: RunRow) =>
  run.state === "completed" || run.state === "failed" || run.state === "cancelled";

/** The run's row, held until the transaction ends. */
export async function lockRun(tx: Sql, runId: string): Promise<RunRow | null> {
  const [run] = await tx.rows(selectRunForUpdate, [runId]);
  return run ?? null;
}

const selectRunForUpdate = statement(
  `select ${columnList(runColumns)} from run where id = $1 for update`,
  runColumns,
);

/** Keeps a step's first result; false when there was one already. */
export async function memoise(
  tx: Sql,
  runId: string,
  step: {
    id: string;
    name: string;
    op: string;
    memo: Memo;
    began?: Date | null;
    eventId?: string;
    input?: unknown;
  },
): Promise<boolean> {
  const [kept] = await tx.rows(memoiseStep, [
    runId,
    step.id,
    step.name,
    step.op,
    JSON.stringify(step.memo),
    "error" in step.memo,
    step.began ?? null,
    step.eventId ?? null,
    step.input === undefined ? null : JSON.stringify(step.input),
  ]);
  return kept?.memoise ?? false;
}

const memoiseStep = statement(
  "select memoise($1, $2, $3, $4, $5::json, $6, $7::timestamptz, $8, $9::json)",
  { memoise: boolean },
);

/** Ends a step that the run was waiting for, and lets the run go on when it waits for nothing more. */
export async function finishStep(
  tx: Transaction,
  queue: Queue,
  runId: string,
  step: { id: string; memo: Memo; eventId?: string },
): Promise<boolean> {
  const run = await lockRun(tx, runId);
  if (!run || isOver(run)) return false;
  const [known] = await tx.rows(findOpenStep, [runId, step.id]);
  if (!known || !(await memoise(tx, runId, { ...known, ...step }))) return false;
  await queue.remove(tx, [jobKey({ kind: "wake", run: runId, step: step.id })]);

  const left = await outstanding(tx, runId);
  if (left.total === 0 || run.eager) {
    await tx.rows(setQueued, [runId]);
    await enqueueRun(tx, queue, run);
  } else if (left.planned === 0) {
    await tx.rows(setSleeping, [runId]);
  }
  return true;
}

const findOpenStep = statement(
  "select name, op from step where run_id = $1 and id = $2 and memo is null",
  { name: text, op: text },
);
const setQueued = statement(
  "update run set state = 'queued', updated_at = clock_timestamp() where id = $1",
);
const setSleeping = statement(
  "update run set state = 'sleeping', updated_at = clock_timestamp() where id = $1",
);

/** Returns the number of steps that the run waits for, and how many of them are being computed rather than slept or waited for. */
export async function outstanding(
  tx: Sql,
  runId: string,
): Promise<{ total: number; planned: number }> {
  const [count] = await tx.rows(countOutstanding, [runId]);
  return count ?? { total: 0, planned: 0 };
}

const countOutstanding = statement(
  `select count(*)::int as total, (count(*) filter (where state = 'planned'))::int as planned
     from step where run_id = $1 and state in ('planned', 'sleeping', 'waiting', 'invoked')`,
  { total: integer, planned: integer },
);
