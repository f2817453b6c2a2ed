import { statement } from "@besunny/sql/rows/statement";
import { consoleOf } from "./console/console-of";
import type { Console } from "./console/console-types";
import { openDatabase } from "./database/database";
import { readFunctions } from "./functions/read-functions";
import { serverRetryDelay } from "./functions/retry-delays";
import { type Log, silentLog } from "./log";
import { openQueue, type Queue, type Worker } from "./queue/queue";
import { type KeptEventsRouter, startKeptEventsRouter } from "./routing/kept-events-router";
import { type RealtimeMessage, subscribe } from "./routing/realtime";
import { receiveEvents } from "./routing/receive-events";
import { registerFunctions } from "./routing/register-functions";
import { routeRequests } from "./routing/router";
import { doJob } from "./runs/do-job";
import type { Driver } from "./runs/driver";
import { type Reaper, startReaper } from "./runs/reaper";

export type EngineOptions = {
  connectionString: string;
  /** Jobs at once in this process. Default 10. */
  concurrency?: number;
  /** A process that has not been heard of for so long loses its work to others. Default 6. */
  leaseSeconds?: number;
  /** The field of an event's data that names the tenant, so that runs can be found and counted by it. */
  tenantField?: string;
  log?: Log;
  /** Milliseconds before the next try after `attempt` failures. Default: the delays of Inngest's own server. */
  retryDelays?: (attempt: number) => number;
};

export type Engine = Console & {
  /**
   * Give this to `new Inngest({ fetch, isDev: true, baseUrl: "http://embedded.invalid/" })`. Keeps events (one transaction) and
   * answers the SDK's calls. Works in any process: one that only sends events need not start the engine.
   */
  fetch: typeof fetch;
  /** Drives runs. `handler` is `serve({ client, functions })` of `inngest/edge`. Rejects when a function asks for what is not supported. */
  start(handler: (request: Request) => Promise<Response>): Promise<void>;
  /** Hands unfinished work back to other processes and closes every connection. Waits `graceSeconds` (10) for calls under way. */
  stop(options?: { graceSeconds?: number }): Promise<void>;
  /** Yields the messages that functions publish on a channel from now on, in order, until the signal aborts. */
  subscribe(
    to: { channel: string; topics: string[] },
    signal: AbortSignal,
  ): AsyncIterable<RealtimeMessage>;
};

/** A durable runner of Inngest functions on PostgreSQL. The schemas must be there: see `migrateEngine`. Connects when first used. */
export function createEngine(options: EngineOptions): Engine {
  const { concurrency = 10, leaseSeconds = 6, log = silentLog } = options;
  const database = openDatabase({
    connectionString: options.connectionString,
    tenantField: options.tenantField ?? null,
    log,
    keepRaised: (tx, events) => receiveEvents(tx, queue, events),
  });
  const queue: Queue = openQueue(database, log);
  let working: { worker: Worker; reaper: Reaper; kept: KeptEventsRouter } | undefined;
  let stopping = false;
  const listening = new AbortController();

  return {
    ...consoleOf(database, queue),
    fetch: routeRequests(database, queue),

    async start(handler) {
      if (working) throw new Error("The engine was started already");
      const configs = await readFunctions(handler);
      await registerFunctions(database, queue, configs);
      const functions = configs.map(({ id }) => id);
      const driver: Driver = {
        database,
        queue,
        handler,
        functions: new Map(configs.map((config) => [config.id, config])),
        retryDelay: options.retryDelays ?? serverRetryDelay,
        workerId: () => worker.id,
        stopping: () => stopping,
      };
      const worker = queue.work({
        functions,
        concurrency,
        handle: (job) => doJob(driver, job),
      });
      working = {
        worker,
        reaper: startReaper({ database, queue, worker, functions, leaseSeconds, log }),
        kept: startKeptEventsRouter({ database, queue, log }),
      };
      log.info("the engine drives functions", { functions: functions.length, worker: worker.id });
    },

    async stop({ graceSeconds = 10 } = {}) {
      stopping = true;
      listening.abort();
      if (working) {
        await working.worker.stop(graceSeconds);
        working.reaper.stop();
        await working.kept.stop();
        await database.rows(leave, [working.worker.id]);
        working = undefined;
      }
      await database.end();
    },

    subscribe: (to, signal) => subscribe(database, to, AbortSignal.any([signal, listening.signal])),
  };
}

const leave = statement("delete from process where id = $1");
