import { boolean, ownJson } from "@besunny/sql/rows/column";
import { columnList } from "@besunny/sql/rows/row-shape";
import { statement } from "@besunny/sql/rows/statement";
import type { Sql, Transaction } from "../database/database";
import { keepEvent, readEventsById } from "../database/events";
import {
  eventColumns,
  eventFromRow,
  internalEvent,
  type StoredEvent,
} from "../database/stored-event";
import { type Op, stepName } from "../functions/call";
import { type When, whenOf, whenValues } from "../functions/durations";
import { comparedPaths, holds, valueAt } from "../functions/expressions";
import type { FunctionConfig } from "../functions/function-config";
import { enqueueRun } from "../queue/admission";
import { type Begun, beginRun } from "./begin-run";
import type { Driver } from "./driver";
import { memoise, type RunRow } from "./steps";

/** "result" when the step is already over, "outstanding" when it is under way, "none" when it was found before. */
export type Found = "result" | "outstanding" | "none";

/** One of several parallel steps becomes a job of its own. */
export async function planStep(
  tx: Transaction,
  driver: Driver,
  run: RunRow,
  op: Op,
): Promise<Found> {
  if (!(await open(tx, run, op, "planned"))) return "none";
  await enqueueRun(tx, driver.queue, run, { step: op.id });
  return "outstanding";
}

export async function sleep(tx: Transaction, driver: Driver, run: RunRow, op: Op): Promise<Found> {
  const until = whenOf(op.name ?? "0s");
  if (!(await open(tx, run, op, "sleeping", { until }))) return "none";
  const wake = { kind: "wake", run: run.id, step: op.id } as const;
  await driver.queue.enqueueAt(tx, wake, run.function_id, until);
  return "outstanding";
}

/**
 * Waits for an event. It first looks at the events since the run's own event, so that one sent just before the wait is not missed. An event
 * that ended an earlier wait of the run is not taken twice.
 */
export async function waitForEvent(
  tx: Transaction,
  driver: Driver,
  run: RunRow,
  op: Op,
): Promise<Found> {
  const name = op.name ?? "";
  const condition = typeof op.opts?.if === "string" ? op.opts.if : null;
  const until = timeoutOf(op);
  const [own] = await readEventsById(tx, [run.event_id]);
  const paths = comparedPaths(condition);
  const match = paths && { path: paths.async, value: valueAt(own?.data, paths.event) ?? null };
  if (!(await open(tx, run, op, "waiting", { until, event: name, condition, match })))
    return "none";

  const earlier = own && (await lookBack(tx, run, { own, name, condition }));
  if (earlier) {
    await memoise(tx, run.id, {
      id: op.id,
      name: stepName(op),
      op: op.op,
      memo: { data: earlier },
      eventId: earlier.id,
    });
    return "result";
  }
  await expireAt(tx, driver, run, op, until);
  return "outstanding";
}

async function lookBack(
  sql: Sql,
  run: RunRow,
  wait: { own: StoredEvent; name: string; condition: string | null },
): Promise<StoredEvent | null> {
  const { own, name, condition } = wait;
  const events = await sql.rows(findEarlier, [
    run.id,
    name,
    run.batch ?? [run.event_id],
    run.event_id,
  ]);
  return events.map(eventFromRow).find((async) => holds(condition, { event: own, async })) ?? null;
}

const findEarlier = statement(
  `select ${columnList(eventColumns, "e")} from event e
    where e.name = $2 and not (e.id = any($3)) and e.received_at >= (select received_at from event where id = $4)
      and not exists (select 1 from step s where s.run_id = $1 and s.event_id = e.id)
    order by e.received_at`,
  eventColumns,
);

/** Until when a step waits: for a year where it does not say. */
export function timeoutOf(op: Op): When {
  return whenOf(typeof op.opts?.timeout === "string" ? op.opts.timeout : "366d");
}

/** Ends the wait of a step for nothing at that time. */
export async function expireAt(tx: Transaction, driver: Driver, run: RunRow, op: Op, until: When) {
  const expire = { kind: "expire", run: run.id, step: op.id } as const;
  await driver.queue.enqueueAt(tx, expire, run.function_id, until);
}

/** Begins a run of another function and waits for its result. The step fails at once when that function refuses the run. */
export async function invoke(tx: Transaction, driver: Driver, run: RunRow, op: Op): Promise<Found> {
  const functionId = String(op.opts?.function_id ?? "");
  const until = timeoutOf(op);
  if (!(await open(tx, run, op, "invoked", { until }))) return "none";

  const begun = await beginChild(tx, driver, run, { functionId, op });
  if ("refused" in begun) {
    const message = `The function "${functionId}" was not begun: ${begun.refused}`;
    const error = { name: "InvokeRefused", message };
    await memoise(tx, run.id, { id: op.id, name: stepName(op), op: op.op, memo: { error } });
    return "result";
  }
  await tx.rows(setChild, [run.id, op.id, begun.runId]);
  await expireAt(tx, driver, run, op, until);
  return "outstanding";
}

const setChild = statement("update step set child_run_id = $3 where run_id = $1 and id = $2");

async function beginChild(
  tx: Transaction,
  driver: Driver,
  run: RunRow,
  { functionId, op }: { functionId: string; op: Op },
): Promise<Begun> {
  const [found] = await tx.rows(findFunction, [functionId]);
  if (!found) return { refused: "it is not registered" };
  if (found.retired) return { refused: "no worker serves it any more" };
  const event = internalEvent("inngest/function.invoked", payloadData(op));
  await keepEvent(tx, event);
  return beginRun(tx, driver.queue, {
    config: found.config,
    events: [event],
    parent: { runId: run.id, stepId: op.id, tenant: run.tenant },
  });
}

const findFunction = statement("select config, retired from function where id = $1", {
  config: ownJson<FunctionConfig>(),
  retired: boolean,
});

function payloadData(op: Op): Record<string, unknown> {
  const payload = op.opts?.payload;
  const data =
    typeof payload === "object" && payload !== null && "data" in payload ? payload.data : null;
  return typeof data === "object" && data !== null ? { ...data } : {};
}

/** Puts a step under way; false when it was found before. */
export async function open(
  tx: Sql,
  run: RunRow,
  op: Op,
  state: "planned" | "sleeping" | "waiting" | "invoked",
  wait: {
    until?: When;
    event?: string;
    condition?: string | null;
    match?: { path: string[]; value: unknown } | null;
    signal?: string;
  } = {},
): Promise<boolean> {
  const { until, event, condition, match, signal } = wait;
  const rows = await tx.rows(openStep, [
    run.id,
    op.id,
    stepName(op),
    op.op,
    state,
    until !== undefined,
    ...whenValues(until ?? { seconds: 0 }),
    event ?? null,
    condition ?? null,
    match?.path ?? null,
    match ? JSON.stringify(match.value) : null,
    signal ?? null,
  ]);
  return rows.length > 0;
}

const openStep = statement(
  `insert into step (run_id, id, name, op, state, due_at, wait_event, wait_if, wait_path, wait_value, signal, started_at)
   values ($1, $2, $3, $4, $5, case when $6 then coalesce($7::timestamptz, clock_timestamp() + make_interval(secs => $8)) end,
           $9, $10, $11, $12, $13, case when $5 = 'planned' then null else clock_timestamp() end)
   on conflict (run_id, id) do update
      set state = excluded.state, op = excluded.op, due_at = excluded.due_at, wait_event = excluded.wait_event,
          wait_if = excluded.wait_if, wait_path = excluded.wait_path, wait_value = excluded.wait_value, signal = excluded.signal
    where step.state = 'retrying' and step.memo is null
   returning 1`,
);
