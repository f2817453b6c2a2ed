import { integer, textArray, timestamp } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import type { Transaction } from "../database/database";
import { readEventsById } from "../database/events";
import type { StoredEvent } from "../database/stored-event";
import { keyOf } from "../functions/expressions";
import type { FunctionConfig } from "../functions/function-config";
import type { Job, Queue } from "../queue/queue";
import { beginRun } from "./begin-run";

type Flush = Extract<Job, { kind: "flush" }>;

/** Begins a run with the last of a row of events once none has come for a while. */
export async function debounce(
  tx: Transaction,
  queue: Queue,
  config: FunctionConfig,
  event: StoredEvent,
): Promise<void> {
  if (!config.debounce) return;
  const { periodSeconds, timeoutSeconds } = config.debounce;
  const flush = flushOf(config, event, config.debounce.key);
  const [held] = await tx.rows(holdLast, [
    config.id,
    flush.key,
    event.id,
    periodSeconds,
    timeoutSeconds,
  ]);
  if (held) await queue.enqueueAt(tx, flush, config.id, held.due_at);
}

const holdLast = statement(
  `insert into pending as p (function_id, key, event_ids, due_at)
   values ($1, $2, array[$3], clock_timestamp() + make_interval(secs => least($4::float8, $5::float8)))
   on conflict (function_id, key) do update
      set event_ids = excluded.event_ids,
          due_at = least(clock_timestamp() + make_interval(secs => $4), p.began_at + make_interval(secs => $5))
   returning due_at`,
  { due_at: timestamp },
);

/** Gathers events into a batch; the one that fills it begins the run at once. */
export async function gather(
  tx: Transaction,
  queue: Queue,
  config: FunctionConfig,
  event: StoredEvent,
): Promise<void> {
  if (!config.batch) return;
  const flush = flushOf(config, event, config.batch.key);
  const [held] = await tx.rows(holdMore, [
    config.id,
    flush.key,
    event.id,
    config.batch.timeoutSeconds,
  ]);
  if (held && held.count >= config.batch.maxSize) {
    return release(tx, queue, config, { ...flush, isFull: true });
  }
  if (held?.count === 1) await queue.enqueueAt(tx, flush, config.id, held.due_at);
}

/** Begins the run of what was held back. Nothing when somebody else did, or it has been put off since. */
export async function release(
  tx: Transaction,
  queue: Queue,
  config: FunctionConfig,
  flush: Flush & { isFull?: boolean },
): Promise<void> {
  const [held] = await tx.rows(takeHeld, [config.id, flush.key, flush.isFull ?? false]);
  if (!held) return;
  await beginRun(tx, queue, { config, events: await readEventsById(tx, held.event_ids) });
}

const holdMore = statement(
  `insert into pending as p (function_id, key, event_ids, due_at)
   values ($1, $2, array[$3], clock_timestamp() + make_interval(secs => $4))
   on conflict (function_id, key) do update set event_ids = p.event_ids || excluded.event_ids
   returning cardinality(p.event_ids) as count, due_at`,
  { count: integer, due_at: timestamp },
);
const takeHeld = statement(
  `delete from pending where function_id = $1 and key = $2 and ($3 or due_at <= clock_timestamp() + interval '5 ms')
   returning event_ids`,
  { event_ids: textArray },
);

function flushOf(config: FunctionConfig, event: StoredEvent, key: string | null): Flush {
  return { kind: "flush", function: config.id, key: keyOf(key, event) };
}
