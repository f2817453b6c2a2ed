import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

import type { SqliteStore, SqliteStoreOptions } from "./sqlite-store";
import type { StoreReply } from "./sqlite-worker";

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };

/** A thread with a store in it. It is started at first use and again after a crash, and never keeps the process alive. */
export function storeThread(entry: string, options: SqliteStoreOptions) {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  function start(): Worker {
    const started = new Worker(entry, { workerData: options, execArgv: loaderFor(entry) });
    started.on("message", (reply: StoreReply) => {
      const call = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (waiting.size === 0) started.unref();
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

  return {
    call<Method extends keyof SqliteStore>(
      method: Method,
      args: Parameters<SqliteStore[Method]>,
    ): Promise<ReturnType<SqliteStore[Method]>> {
      worker ??= start();
      worker.ref();
      const id = ++lastId;
      const { promise, resolve, reject } = Promise.withResolvers<ReturnType<SqliteStore[Method]>>();
      waiting.set(id, { resolve: (value) => resolve(returned<Method>(value)), reject });
      worker.postMessage({ id, call: { method, args } });
      return promise;
    },

    async close(): Promise<void> {
      if (!worker) return;
      await this.call("close", []);
      const ending = worker;
      worker = undefined;
      await ending?.terminate();
    },
  };
}

/** The worker runs the very method that was named, so what comes back is what that method returns. */
function returned<Method extends keyof SqliteStore>(value: unknown) {
  return value as ReturnType<SqliteStore[Method]>;
}

/** TypeScript sources need tsx in the thread too; a bundle needs nothing. */
function loaderFor(entry: string): string[] {
  if (!entry.endsWith(".ts")) return [];
  return ["--import", createRequire(entry).resolve("tsx")];
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
