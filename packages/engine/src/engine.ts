import { cancelRuns } from "./cancel";
import { cancelByEvent, retryFailed } from "./command-runs";
import { openDatabase } from "./database";
import type { Driver } from "./drive";
import { ingest, routeKept } from "./ingest";
import { performJob } from "./perform";
import { openQueue, type Queue, type Worker } from "./queue";
import { type Reaper, startReaper } from "./reaper";
import { readFunctions, registerFunctions } from "./registration";
import { serverRetryDelay } from "./retry-delays";
import { routeRequests } from "./router";
import {
  getRun,
  listRuns,
  type Run,
  type RunDetail,
  type RunFilter,
  runStats,
  type Stats,
} from "./run-views";

export type Log = Record<"info" | "warn" | "error", (message: string, details?: object) => void>;

export type EngineOptions = {
  connectionString: string;
  /** Holds the engine's tables; the queue's are in `<schema>_queue`. Default `engine`. */
  schema?: string;
  /** Jobs at once in this process. Default 10. */
  concurrency?: number;
  /** A process that has not been heard of for so long loses its work to others. Default 6. */
  leaseSeconds?: number;
  log?: Log;
  /** Milliseconds before the next try after `attempt` failures. Default: the delays of Inngest's own server. */
  retryDelays?: (attempt: number) => number;
};

export type Engine = {
  /**
   * Give this to `new Inngest({ fetch, isDev: true, baseUrl: "http://embedded.invalid/" })`. Keeps events (one transaction) and
   * answers the SDK's calls. Works in any process: one that only sends events need not start the engine.
   */
  fetch: typeof fetch;
  /** Drives runs. `handler` is `serve({ client, functions })` of `inngest/edge`. Rejects when a function asks for what is not supported. */
  start(handler: (request: Request) => Promise<Response>): Promise<void>;
  /** Hands unfinished work back to other processes and closes every connection. Waits `graceSeconds` (10) for calls under way. */
  stop(options?: { graceSeconds?: number }): Promise<void>;
  /** False when the run was over already. */
  cancelRun(runId: string): Promise<boolean>;
  /** Cancels the unfinished runs whose event holds `data`. Gives their number. */
  cancelRunsByEvent(match: { functionId?: string; data: Record<string, unknown> }): Promise<number>;
  /** Sets a failed run going again from the step that failed; steps that ended well keep their results. */
  retryRun(runId: string): Promise<boolean>;
  listRuns(filter: RunFilter): Promise<{ items: Run[]; nextCursor: string | null }>;
  getRun(runId: string): Promise<RunDetail | null>;
  stats(): Promise<Stats>;
};

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A durable runner of Inngest functions on PostgreSQL. The schemas must be there: see `migrateEngine`. Connects when first used. */
export function createEngine(options: EngineOptions): Engine {
  const { concurrency = 10, leaseSeconds = 6, log = silent } = options;
  const database = openDatabase({
    connectionString: options.connectionString,
    schema: options.schema ?? "engine",
    log,
    keepRaised: (tx, events) => ingest(tx, queue, events),
  });
  const queue: Queue = openQueue(database, log);
  let working: { worker: Worker; reaper: Reaper } | undefined;
  let stopping = false;

  return {
    fetch: routeRequests(database, queue),

    async start(handler) {
      if (working) throw new Error("The engine was started already");
      const configs = await readFunctions(handler);
      await registerFunctions(database, queue, configs);
      await database.transaction((tx) => routeKept(tx, queue));
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
        handle: (job) => performJob(driver, job),
      });
      working = {
        worker,
        reaper: startReaper({ database, queue, worker, functions, leaseSeconds, log }),
      };
      log.info("the engine drives functions", { functions: functions.length, worker: worker.id });
    },

    async stop({ graceSeconds = 10 } = {}) {
      stopping = true;
      if (working) {
        await working.worker.stop(graceSeconds);
        working.reaper.stop();
        await database.rows("delete from process where id = $1", [working.worker.id]);
        working = undefined;
      }
      await database.end();
    },

    cancelRun: async (runId) =>
      (await database.transaction((tx) => cancelRuns(tx, queue, [runId]))) > 0,
    cancelRunsByEvent: (match) => cancelByEvent(database, queue, match),
    retryRun: (runId) => retryFailed(database, queue, runId),
    listRuns: (filter) => listRuns(database, filter),
    getRun: (runId) => getRun(database, runId),
    stats: () => runStats(database),
  };
}
