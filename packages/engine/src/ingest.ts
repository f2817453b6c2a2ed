import { v7 as newId } from "uuid";

import { enqueueRun } from "./admission";
import { cancelRuns } from "./cancel";
import type { Sql, Transaction } from "./database";
import { type EventRow, eventFromRow, type StoredEvent } from "./events";
import { evaluate, holds } from "./expressions";
import type { FunctionConfig } from "./function-config";
import type { Queue } from "./queue";
import { finishStep } from "./steps";

/**
 * Keeps the events and does all they cause, in the caller's transaction: runs begin, waits end, runs are cancelled. An event whose
 * id is known already causes nothing. While no function was ever registered, events are only kept; see `routeKept`.
 */
export async function ingest(tx: Transaction, queue: Queue, events: StoredEvent[]): Promise<void> {
  await lockNames(
    tx,
    events.map(({ name }) => name),
    "shared",
  );
  const inserted = await tx.rows<{ id: string; routed: boolean }>(
    `insert into event (id, name, data, "user", v, ts, routed)
     select e.id, e.name, e.data, e."user", e.v, e.ts, exists (select 1 from function)
       from jsonb_to_recordset($1) as e(id text, name text, data jsonb, "user" jsonb, v text, ts bigint)
     on conflict (id) do nothing returning id, routed`,
    [JSON.stringify(events)],
  );
  const fresh = new Set(inserted.filter(({ routed }) => routed).map(({ id }) => id));
  for (const event of events) {
    if (fresh.delete(event.id)) await route(tx, queue, event);
  }
}

/** Events that came before any function was registered get their runs now. */
export async function routeKept(tx: Transaction, queue: Queue): Promise<void> {
  const kept = await tx.rows<EventRow>(
    `update event set routed = true where id in (
       select id from event where not routed order by received_at limit 1000 for update skip locked
     ) returning *`,
  );
  for (const row of kept) await route(tx, queue, eventFromRow(row));
}

async function route(tx: Transaction, queue: Queue, event: StoredEvent): Promise<void> {
  await endWaits(tx, queue, event);
  const triggers = await tx.rows<Trigger>(
    `select t.kind, t.expression, t.within_seconds, f.config
       from trigger t join function f on f.id = t.function_id
      where t.event = $1 or (t.event like '%*' and starts_with($1, rtrim(t.event, '*')))
      order by t.kind, t.function_id, t.position`,
    [event.name],
  );
  const started = new Set<string>();
  for (const { kind, config, expression, within_seconds: withinSeconds } of triggers) {
    if (kind === "cancel") {
      await cancelMatching(tx, queue, event, { functionId: config.id, expression, withinSeconds });
    } else if (!started.has(config.id) && holds(expression, { event })) {
      started.add(config.id);
      await beginRun(tx, queue, { config, event });
    }
  }
}

type Trigger = {
  kind: "start" | "cancel";
  expression: string | null;
  within_seconds: number | null;
  config: FunctionConfig;
};

/** Makes a run of the function for an event that is already kept. Null when its idempotency key was used in the last 24 hours. */
export async function beginRun(
  tx: Transaction,
  queue: Queue,
  start: {
    config: FunctionConfig;
    event: StoredEvent;
    claim?: string;
    parent?: { runId: string; stepId: string };
  },
): Promise<string | null> {
  const { config, event, parent } = start;
  const id = newId();
  const claim = start.claim ?? (parent ? null : idempotencyKey(config, event));
  if (claim !== null && !(await claimed(tx, config.id, claim, id))) return null;

  const keys = config.concurrency.map(({ key }, index) =>
    [config.id, index, key ? JSON.stringify(keyValue(key, event)) : ""].join("|"),
  );
  const limits = config.concurrency.map(({ limit }) => limit);
  await tx.rows(
    `insert into run (id, function_id, event_id, state, keys, limits, parent_run_id, parent_step_id)
     values ($1, $2, $3, 'queued', $4, $5, $6, $7)`,
    [id, config.id, event.id, keys, limits, parent?.runId ?? null, parent?.stepId ?? null],
  );
  await enqueueRun(tx, queue, { id, function_id: config.id, keys, limits });
  return id;
}

function idempotencyKey(config: FunctionConfig, event: StoredEvent): string | null {
  return config.idempotency ? `key:${JSON.stringify(keyValue(config.idempotency, event))}` : null;
}

function keyValue(expression: string, event: StoredEvent): string | null {
  try {
    const value = evaluate(expression, { event });
    return typeof value === "bigint" ? String(value) : (JSON.stringify(value) ?? null);
  } catch {
    return null;
  }
}

async function claimed(tx: Sql, functionId: string, key: string, runId: string): Promise<boolean> {
  const rows = await tx.rows(
    `insert into claim as c (function_id, key, run_id, expires_at) values ($1, $2, $3, now() + interval '24 hours')
     on conflict (function_id, key) do update set run_id = excluded.run_id, expires_at = excluded.expires_at
      where c.expires_at < now() returning 1`,
    [functionId, key, runId],
  );
  return rows.length > 0;
}

async function endWaits(tx: Transaction, queue: Queue, event: StoredEvent): Promise<void> {
  const waits = await tx.rows<{
    run_id: string;
    id: string;
    wait_if: string | null;
    event: EventRow;
  }>(
    `select s.run_id, s.id, s.wait_if, to_jsonb(e) as event
       from step s join run r on r.id = s.run_id join event e on e.id = r.event_id
      where s.state = 'waiting' and s.wait_event = $1 and s.due_at > now()
      order by s.run_id`,
    [event.name],
  );
  for (const wait of waits) {
    if (!holds(wait.wait_if, { event: eventFromRow(wait.event), async: event })) continue;
    await finishStep(tx, queue, wait.run_id, {
      id: wait.id,
      memo: { data: event },
      eventId: event.id,
    });
  }
}

async function cancelMatching(
  tx: Transaction,
  queue: Queue,
  event: StoredEvent,
  cancel: { functionId: string; expression: string | null; withinSeconds: number | null },
): Promise<void> {
  const runs = await tx.rows<{ id: string; event: EventRow }>(
    `select r.id, to_jsonb(e) as event from run r join event e on e.id = r.event_id
      where r.function_id = $1 and r.state in ('queued', 'running', 'sleeping') and r.event_id <> $2
        and ($3::float8 is null or r.created_at > now() - make_interval(secs => $3))
      order by r.id`,
    [cancel.functionId, event.id, cancel.withinSeconds],
  );
  const matching = runs.filter((run) =>
    holds(cancel.expression, { event: eventFromRow(run.event), async: event }),
  );
  await cancelRuns(
    tx,
    queue,
    matching.map(({ id }) => id),
  );
}

/**
 * A run that begins to wait holds the name alone while it looks back; whoever sends that name shares it. So an event is seen either
 * by the look back or by the wait, never by neither.
 */
export async function lockNames(tx: Sql, names: string[], mode: "shared" | "alone"): Promise<void> {
  const lock = mode === "shared" ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock";
  for (const name of [...new Set(names)].sort()) {
    await tx.rows(`select ${lock}(hashtextextended('engine.event:' || $1, 0))`, [name]);
  }
}
