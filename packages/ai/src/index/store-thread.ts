import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

import type { SqliteStore, SqliteStoreOptions } from "./sqlite-store";
import type { StoreReply } from "./sqlite-worker";

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };

export type StoreThreadOptions = SqliteStoreOptions & {
  /** Milliseconds that the thread is kept without work. */
  idleMilliseconds: number;
};

/**
 * Runs a thread that holds a store. Starts it at the first call and again after a crash; ends it when idle. The thread never keeps the
 * process alive.
 */
export function storeThread(entry: string, { idleMilliseconds, ...options }: StoreThreadOptions) {
  const waiting = new Map<number, Waiting>();
  const leaving = new Set<Promise<unknown>>();
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let lastId = 0;

  function start(): Worker {
    const started = new Worker(entry, { workerData: options, execArgv: loaderFor(entry) });
    started.on("message", (reply: StoreReply) => {
      const call = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (waiting.size === 0 && worker === started) rest(started);
      if ("error" in reply) call?.reject(new Error(reply.error));
      else call?.resolve(reply.value);
    });
    started.on("error", (error) => fail(asError(error)));
    started.on("exit", () => fail(new Error("The index's thread ended")));

    function fail(error: Error): void {
      if (worker !== started) return;
      worker = undefined;
      for (const call of waiting.values()) call.reject(error);
      waiting.clear();
    }
    return started;
  }

  function rest(idle: Worker): void {
    idle.unref();
    timer = setTimeout(leave, idleMilliseconds);
    timer.unref();
  }

  /** Ends the thread. The next call finds none and starts another, even while this one still closes its store. */
  function leave(): void {
    const ending = worker;
    worker = undefined;
    clearTimeout(timer);
    if (!ending) return;
    const ended = new Promise((resolve) => ending.once("exit", resolve));
    leaving.add(ended);
    void ended.then(() => leaving.delete(ended));
    ending.once("message", () => void ending.terminate());
    ending.postMessage({ id: ++lastId, call: { method: "close", args: [] } });
  }

  return {
    /** Returns the id of the thread, or null while no thread runs. */
    threadId: (): number | null => worker?.threadId ?? null,

    call<Method extends keyof SqliteStore>(
      method: Method,
      args: Parameters<SqliteStore[Method]>,
    ): Promise<ReturnType<SqliteStore[Method]>> {
      clearTimeout(timer);
      worker ??= start();
      worker.ref();
      const id = ++lastId;
      const { promise, resolve, reject } = Promise.withResolvers<ReturnType<SqliteStore[Method]>>();
      waiting.set(id, { resolve: (value) => resolve(returned<Method>(value)), reject });
      worker.postMessage({ id, call: { method, args } });
      return promise;
    },

    async close(): Promise<void> {
      if (worker) await this.call("close", []);
      worker?.ref();
      leave();
      await Promise.all(leaving);
    },
  };
}

/** The worker runs the method that was named, so the value has that method's type. */
function returned<Method extends keyof SqliteStore>(value: unknown) {
  return value as ReturnType<SqliteStore[Method]>;
}

/** Returns the Node options of the thread: TypeScript sources need tsx there too; a bundle needs nothing. */
function loaderFor(entry: string): string[] {
  if (!entry.endsWith(".ts")) return [];
  return ["--import", createRequire(entry).resolve("tsx")];
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
