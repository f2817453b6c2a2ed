import { EventEmitter } from "node:events";
import { statement } from "@besunny/sql/rows/statement";
import {
  Logger,
  runTaskList,
  type TaskList,
  type WorkerEvents,
  type WorkerPool,
} from "graphile-worker";

import type { Database } from "../database/database";
import type { Log } from "../log";

const AGAIN_MS = 500;

type Options = { database: Database; log: Log; tasks: TaskList; concurrency: number };

/** Starts a pool of graphile-worker, and starts it again each time it stops by itself. `current` is the pool that takes jobs now. */
export function startLastingPool({ database, log, tasks, concurrency }: Options) {
  let isStopping = false;
  let renewing: WorkerPool | undefined;
  let pool = begin();

  function begin(): WorkerPool {
    const events: WorkerEvents = new EventEmitter();
    const started = runTaskList(
      {
        schema: "engine_queue",
        concurrency,
        pollInterval: 1000,
        noHandleSignals: true,
        logger: quietLogger(log),
        events,
        // `complete` of the queue has removed the job already, so its own removal may wait for others. Only these paths hear of a database
        // that is away; without them its rejection would end the process.
        preset: { worker: { completeJobBatchDelay: 50, failJobBatchDelay: 0 } },
      },
      tasks,
      database.pool,
    );
    // A pool that lost its database shuts itself down, and its promise may never settle.
    events.on("pool:gracefulShutdown", () => renew(started));
    started.promise.catch(() => renew(started));
    endIfItNeverBegins(started, events);
    return started;
  }

  function renew(ended: WorkerPool): void {
    if (isStopping || renewing === ended) return;
    renewing = ended;
    log.error("the queue stopped by itself and is started again", { worker: ended.id });
    later();
  }

  function later(): void {
    setTimeout(() => void beginOnceItAnswers(), AGAIN_MS).unref();
  }

  async function beginOnceItAnswers(): Promise<void> {
    const isThere = await database.rows(ask).then(
      () => true,
      () => false,
    );
    if (isStopping) return;
    if (isThere) pool = begin();
    else later();
  }

  return {
    get current() {
      return pool;
    },
    stop(message: string): Promise<void> {
      isStopping = true;
      return Promise.resolve(pool.gracefulShutdown(message));
    },
  };
}

/**
 * A pool asks once for the numbers of its tasks. If that fails it keeps the failure and takes no job any more.
 * So a pool that fails before it got an answer to its first request for a job is ended, and with that started again.
 */
function endIfItNeverBegins(pool: WorkerPool, events: WorkerEvents): void {
  let hasBegun = false;
  const begun = () => {
    hasBegun = true;
  };
  events.once("worker:getJob:empty", begun);
  events.once("job:start", begun);
  events.on("worker:getJob:error", () => {
    if (hasBegun) return;
    hasBegun = true;
    Promise.resolve(pool.gracefulShutdown("it could not begin")).catch(() => undefined);
  });
}

const ask = statement("select 1");

function quietLogger(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level === "error") log.warn(message, meta);
  });
}
