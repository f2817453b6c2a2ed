import { text } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import { v7 as newId } from "uuid";
import type { Sql, Transaction } from "../database/database";
import type { StoredEvent } from "../database/stored-event";
import { keyOf, priorityOf } from "../functions/expressions";
import type { FunctionConfig } from "../functions/function-config";
import { enqueueRun, type Throttle } from "../queue/admission";
import type { Queue } from "../queue/queue";
import { cancelRuns } from "./cancel";

export type Start = {
  config: FunctionConfig;
  /** One, or those of a batch. They must be kept already. */
  events: StoredEvent[];
  /** Begun once, however often it is asked for. */
  claim?: string;
  parent?: { runId: string; stepId: string; tenant: string | null };
  /** The run that this one repeats. Limits that drop events do not apply to it. */
  replayOf?: string;
};

/** A run that was begun, or why its function refused one. `refused` completes the sentence "it was not begun: ...". */
export type Begun = { runId: string } | { refused: string };

/** Makes a run and queues it. Returns a refusal where the function's idempotency, rate limit or singleton allows no run now. */
export async function beginRun(tx: Transaction, queue: Queue, start: Start): Promise<Begun> {
  const { config, events, parent, replayOf } = start;
  const [event] = events;
  if (!event) return { refused: "it has no event" };
  const id = newId();
  const isAsked = parent !== undefined || replayOf !== undefined;
  const claim = start.claim ?? (isAsked ? null : idempotencyKey(config, event));
  if (claim !== null && !(await claimed(tx, config.id, claim, id))) {
    return { refused: "its idempotency key was used already" };
  }
  if (!isAsked && !(await withinRate(tx, config, event))) {
    return { refused: "its rate limit is reached" };
  }
  const singleton = config.singleton ? keyOf(config.singleton.key, event) : null;
  if (singleton !== null && !(await makeSingle(tx, queue, config, singleton))) {
    return { refused: "it is a singleton and another run of it is under way" };
  }

  const keys = concurrencyKeys(config, event);
  const limits = config.concurrency.map(({ limit }) => limit);
  const priority = config.priority ? priorityOf(config.priority, event) : 0;
  await tx.rows(insertRun, [
    id,
    config.id,
    event.id,
    config.batch ? events.map((one) => one.id) : null,
    keys,
    limits,
    priority,
    config.timeouts.finishSeconds,
    singleton,
    tenantOf(tx, event) ?? parent?.tenant ?? null,
    parent?.runId ?? null,
    parent?.stepId ?? null,
    replayOf ?? null,
  ]);
  const throttle = throttleOf(config, event);
  await enqueueRun(tx, queue, { id, function_id: config.id, keys, limits, priority }, { throttle });
  if (config.timeouts.startSeconds !== null) {
    const deadline = { kind: "deadline", run: id, step: "start" } as const;
    await queue.enqueueAt(tx, deadline, config.id, { seconds: config.timeouts.startSeconds });
  }
  return { runId: id };
}

const insertRun = statement(
  `insert into run (id, function_id, event_id, batch, state, keys, limits, priority, finish_within, singleton, tenant,
                    parent_run_id, parent_step_id, replay_of)
   values ($1, $2, $3, $4, 'queued', $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);

function concurrencyKeys(config: FunctionConfig, event: StoredEvent): string[] {
  return config.concurrency.map(({ key, scope }, index) =>
    scope === "fn"
      ? `${config.id}|${index}|${keyOf(key, event)}`
      : `${scope}|${key}|${keyOf(key, event)}`,
  );
}

function idempotencyKey(config: FunctionConfig, event: StoredEvent): string | null {
  return config.idempotency ? `key:${keyOf(config.idempotency, event)}` : null;
}

async function claimed(tx: Sql, functionId: string, key: string, runId: string): Promise<boolean> {
  return (await tx.rows(insertClaim, [functionId, key, runId])).length > 0;
}

const insertClaim = statement(
  `insert into claim as c (function_id, key, run_id, expires_at) values ($1, $2, $3, now() + interval '24 hours')
   on conflict (function_id, key) do update set run_id = excluded.run_id, expires_at = excluded.expires_at
    where c.expires_at < now() returning 1`,
);

/** At most so many runs begin within any period; what comes beyond is dropped. */
async function withinRate(tx: Sql, config: FunctionConfig, event: StoredEvent): Promise<boolean> {
  const rate = config.rateLimit;
  if (!rate) return true;
  const key = `rate|${config.id}|${keyOf(rate.key, event)}`;
  return (await tx.rows(insertStart, [key, rate.limit, rate.periodSeconds])).length > 0;
}

const insertStart = statement(
  `insert into rate as r (key, starts, expires_at)
   values ($1, array[clock_timestamp()], clock_timestamp() + make_interval(secs => $3))
   on conflict (key) do update
      set starts = array(select s from unnest(r.starts) s where s > clock_timestamp() - make_interval(secs => $3)) || clock_timestamp(),
          expires_at = excluded.expires_at
    where (select count(*) from unnest(r.starts) s where s > clock_timestamp() - make_interval(secs => $3)) < $2
   returning 1`,
);

/** Makes room for the only unfinished run of the key, or says that there is no room. */
async function makeSingle(
  tx: Transaction,
  queue: Queue,
  config: FunctionConfig,
  singleton: string,
): Promise<boolean> {
  await tx.rows(lockSingleton, [`${config.id}|${singleton}`]);
  const active = await tx.rows(findSingleton, [config.id, singleton]);
  if (active.length === 0) return true;
  if (config.singleton?.mode !== "cancel") return false;
  const because = { name: "Superseded", message: "A newer run of the same singleton began" };
  await cancelRuns(
    tx,
    queue,
    active.map(({ id }) => id),
    because,
  );
  return true;
}

const lockSingleton = statement(
  "select pg_advisory_xact_lock(hashtextextended('engine.singleton:' || $1, 0))",
);
const findSingleton = statement(
  "select id from run where function_id = $1 and singleton = $2 and state in ('queued', 'running', 'sleeping')",
  { id: text },
);

function throttleOf(config: FunctionConfig, event: StoredEvent): Throttle | null {
  const { throttle } = config;
  if (!throttle) return null;
  return {
    key: `throttle|${config.id}|${keyOf(throttle.key, event)}`,
    every: throttle.periodSeconds / throttle.limit,
    allowance: throttle.periodSeconds * throttle.burst,
  };
}

/** The field that names the tenant, in the event or, for the engine's own events, in the event that these are about. */
function tenantOf({ tenantField }: Transaction, event: StoredEvent): string | null {
  if (!tenantField) return null;
  const inner = event.name.startsWith("inngest/") ? event.data.event : undefined;
  const data =
    typeof inner === "object" && inner !== null && "data" in inner ? inner.data : event.data;
  const tenant = Object.entries(data ?? {}).find(([field]) => field === tenantField)?.[1];
  return typeof tenant === "string" ? tenant : null;
}
