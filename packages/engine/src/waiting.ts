import { enqueueRun } from "./admission";
import { type Op, stepName } from "./call";
import type { Sql, Transaction } from "./database";
import type { Driver } from "./drive";
import { moment } from "./durations";
import { type EventRow, eventFromRow, internalEvent, type StoredEvent } from "./events";
import { holds } from "./expressions";
import type { FunctionConfig } from "./function-config";
import { beginRun } from "./ingest";
import { memoise, type RunRow } from "./steps";

/** "result" when the step is already over, "outstanding" when it is under way, "none" when it was found before. */
type Found = "result" | "outstanding" | "none";

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
  const until = moment(op.name ?? "0s");
  if (!(await open(tx, run, op, "sleeping", { dueAt: until }))) return "none";
  await driver.queue.enqueue(
    tx,
    { kind: "wake", run: run.id, step: op.id },
    run.function_id,
    until,
  );
  return "outstanding";
}

/**
 * Waits for an event, but first looks back to what came since the run's own event, so that one sent just before the wait is not
 * missed. An event that ended an earlier wait of the run is not taken twice.
 */
export async function waitForEvent(
  tx: Transaction,
  driver: Driver,
  run: RunRow,
  op: Op,
): Promise<Found> {
  const name = op.name ?? "";
  const condition = typeof op.opts?.if === "string" ? op.opts.if : null;
  const until = moment(typeof op.opts?.timeout === "string" ? op.opts.timeout : "366d");
  if (!(await open(tx, run, op, "waiting", { dueAt: until, event: name, condition })))
    return "none";

  const earlier = await lookBack(tx, run, name, condition);
  if (earlier) {
    const memo = { data: earlier };
    await memoise(tx, run.id, {
      id: op.id,
      name: stepName(op),
      op: op.op,
      memo,
      eventId: earlier.id,
    });
    return "result";
  }
  await driver.queue.enqueue(
    tx,
    { kind: "expire", run: run.id, step: op.id },
    run.function_id,
    until,
  );
  return "outstanding";
}

async function lookBack(
  sql: Sql,
  run: RunRow,
  name: string,
  condition: string | null,
): Promise<StoredEvent | null> {
  const [own] = await sql.rows<EventRow>("select * from event where id = $1", [run.event_id]);
  if (!own) return null;
  const events = await sql.rows<EventRow>(
    `select e.* from event e
      where e.name = $2 and e.id <> $3 and e.received_at >= (select received_at from event where id = $3)
        and not exists (select 1 from step s where s.run_id = $1 and s.event_id = e.id)
      order by e.received_at`,
    [run.id, name, run.event_id],
  );
  const event = eventFromRow(own);
  return events.map(eventFromRow).find((async) => holds(condition, { event, async })) ?? null;
}

/** Starts another function and waits for what it returns. */
export async function invoke(tx: Transaction, driver: Driver, run: RunRow, op: Op): Promise<Found> {
  const functionId = String(op.opts?.function_id ?? "");
  const until = moment(typeof op.opts?.timeout === "string" ? op.opts.timeout : "366d");
  if (!(await open(tx, run, op, "invoked", { dueAt: until }))) return "none";

  const [found] = await tx.rows<{ config: FunctionConfig }>(
    "select config from function where id = $1",
    [functionId],
  );
  if (!found) {
    const error = { name: "Error", message: `The function "${functionId}" is not registered` };
    await memoise(tx, run.id, { id: op.id, name: stepName(op), op: op.op, memo: { error } });
    return "result";
  }
  const event = internalEvent("inngest/function.invoked", payloadData(op));
  await tx.rows("insert into event (id, name, data, ts) values ($1, $2, $3, $4)", [
    event.id,
    event.name,
    JSON.stringify(event.data),
    event.ts,
  ]);
  const parent = { runId: run.id, stepId: op.id };
  await beginRun(tx, driver.queue, { config: found.config, event, parent });
  await driver.queue.enqueue(
    tx,
    { kind: "expire", run: run.id, step: op.id },
    run.function_id,
    until,
  );
  return "outstanding";
}

function payloadData(op: Op): Record<string, unknown> {
  const payload = op.opts?.payload;
  const data =
    typeof payload === "object" && payload !== null && "data" in payload ? payload.data : null;
  return typeof data === "object" && data !== null ? { ...data } : {};
}

async function open(
  tx: Sql,
  run: RunRow,
  op: Op,
  state: "planned" | "sleeping" | "waiting" | "invoked",
  wait: { dueAt?: Date; event?: string; condition?: string | null } = {},
): Promise<boolean> {
  const rows = await tx.rows(
    `insert into step (run_id, id, name, op, state, due_at, wait_event, wait_if, started_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, case when $5 = 'planned' then null else clock_timestamp() end)
     on conflict (run_id, id) do update
        set state = excluded.state, op = excluded.op, due_at = excluded.due_at, wait_event = excluded.wait_event,
            wait_if = excluded.wait_if
      where step.state = 'retrying' and step.memo is null
     returning 1`,
    [
      run.id,
      op.id,
      stepName(op),
      op.op,
      state,
      wait.dueAt ?? null,
      wait.event ?? null,
      wait.condition ?? null,
    ],
  );
  return rows.length > 0;
}
