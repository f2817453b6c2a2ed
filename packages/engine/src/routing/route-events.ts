import { nullable, oneOf, ownJson, real, text } from "@besunny/sql/rows/column";
import type { RowOf } from "@besunny/sql/rows/row-shape";
import { statement } from "@besunny/sql/rows/statement";
import type { Transaction } from "../database/database";
import { type EventRow, eventFromRow, type StoredEvent } from "../database/stored-event";
import { comparedPaths, holds, objectWith, valueAt } from "../functions/expressions";
import type { FunctionConfig } from "../functions/function-config";
import type { Queue } from "../queue/queue";
import { beginRun } from "../runs/begin-run";
import { cancelRuns } from "../runs/cancel";
import { debounce, gather } from "../runs/held-events";
import { finishStep } from "../runs/steps";

const triggerColumns = {
  name: text,
  kind: oneOf(["start", "cancel"]),
  expression: nullable(text),
  within_seconds: nullable(real),
  config: ownJson<FunctionConfig>(),
};
type Trigger = RowOf<typeof triggerColumns>;

/** Does all that these events cause, in the order given: runs begin, waits end, runs are cancelled. */
export async function routeEvents(
  tx: Transaction,
  queue: Queue,
  events: StoredEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const names = [...new Set(events.map(({ name }) => name))];
  const triggers = await tx.rows(findTriggers, [names]);
  const awaited = await tx.rows(findAwaited, [names]);
  for (const event of events) {
    if (awaited.some(({ name }) => name === event.name)) await endWaits(tx, queue, event);
    await trigger(
      tx,
      queue,
      event,
      triggers.filter(({ name }) => name === event.name),
    );
  }
}

const findTriggers = statement(
  `select n.name, t.kind, t.expression, t.within_seconds, f.config
     from unnest($1::text[]) as n(name)
     join trigger t on t.event = n.name or (t.event like '%*' and starts_with(n.name, rtrim(t.event, '*')))
     join function f on f.id = t.function_id
    order by t.kind, t.function_id, t.position`,
  triggerColumns,
);
const findAwaited = statement(
  `select name from unnest($1::text[]) as n(name)
    where exists (select 1 from step s where s.state = 'waiting' and s.wait_event = n.name)`,
  { name: text },
);

async function trigger(tx: Transaction, queue: Queue, event: StoredEvent, triggers: Trigger[]) {
  const started = new Set<string>();
  for (const { kind, config, expression, within_seconds: withinSeconds } of triggers) {
    if (kind === "cancel") {
      await cancelMatching(tx, queue, event, { functionId: config.id, expression, withinSeconds });
    } else if (!started.has(config.id) && holds(expression, { event })) {
      started.add(config.id);
      await takeEvent(tx, queue, config, event);
    }
  }
}

/** Begins the run, or holds the event back where the function is debounced or wants batches. */
async function takeEvent(
  tx: Transaction,
  queue: Queue,
  config: FunctionConfig,
  event: StoredEvent,
): Promise<void> {
  if (config.debounce) return debounce(tx, queue, config, event);
  if (config.batch && holds(config.batch.if, { event })) return gather(tx, queue, config, event);
  await beginRun(tx, queue, { config, events: [event] });
}

async function endWaits(tx: Transaction, queue: Queue, event: StoredEvent): Promise<void> {
  const waits = await tx.rows(findWaits, [event.name, JSON.stringify(event.data), event.id]);
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
  const paths = comparedPaths(cancel.expression);
  const like = paths && objectWith(paths.event, valueAt(event.data, paths.async) ?? null);
  const runs = await tx.rows(findCancellable, [
    cancel.functionId,
    event.id,
    cancel.withinSeconds,
    like && JSON.stringify(like),
  ]);
  const matching = runs.filter((run) =>
    holds(cancel.expression, { event: eventFromRow(run.event), async: event }),
  );
  await cancelRuns(
    tx,
    queue,
    matching.map(({ id }) => id),
  );
}

const findWaits = statement(
  `select s.run_id, s.id, s.wait_if, to_jsonb(e) as event
     from step s join run r on r.id = s.run_id join event e on e.id = r.event_id
    where s.state = 'waiting' and s.wait_event = $1 and s.due_at > now()
      and (s.wait_path is null or s.wait_value = ($2::jsonb #> s.wait_path))
      and not exists (select 1 from step taken where taken.run_id = s.run_id and taken.event_id = $3)
    order by s.run_id`,
  { run_id: text, id: text, wait_if: nullable(text), event: ownJson<EventRow>() },
);
const findCancellable = statement(
  `select r.id, to_jsonb(e) as event from run r join event e on e.id = r.event_id
    where r.function_id = $1 and r.state in ('queued', 'running', 'sleeping') and r.event_id <> $2
      and ($3::float8 is null or r.created_at > now() - make_interval(secs => $3))
      and ($4::jsonb is null or e.data @> $4)
    order by r.id`,
  { id: text, event: ownJson<EventRow>() },
);
