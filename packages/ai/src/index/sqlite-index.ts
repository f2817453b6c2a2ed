import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

import type { PassageIndex } from "./passage-index";
import { storeThread } from "./store-thread";

export type SqliteIndexOptions = {
  /** The file; its folder is made when absent. Of one embedding model only: it refuses to open with another. */
  path: string;
  dimensions: number;
  model: string;
  /** Where `sqlite-worker` is: its source, run by tsx, or a bundle of it. */
  workerEntry: string;
  /** How long the threads are kept with nothing to do; five minutes unless told. */
  idleMilliseconds?: number;
};

const IDLE_MILLISECONDS = 5 * 60_000;

/**
 * The passage index in one SQLite file, which several processes of one machine may open. Searches and writes run
 * in a thread each, started at first use and ended when idle, so neither blocks the event loop nor waits for the other.
 */
export function createSqliteIndex({ workerEntry, ...options }: SqliteIndexOptions): PassageIndex {
  const store = { idleMilliseconds: IDLE_MILLISECONDS, ...options };
  mkdirSync(dirname(store.path), { recursive: true });
  const reader = storeThread(workerEntry, store);
  const writer = storeThread(workerEntry, store);

  return {
    replaceDocument: (...args) => writer.call("replaceDocument", args),
    updatePayload: (...args) => writer.call("updatePayload", args),
    removeDocument: (...args) => writer.call("removeDocument", args),
    search: (...args) => reader.call("search", args),
    count: (...args) => reader.call("count", args),
    describe: (...args) => reader.call("describe", args),
    listDocumentIds: (...args) => reader.call("listDocumentIds", args),
    listWorkspaceIds: () => reader.call("listWorkspaceIds", []),
    ping: () => reader.call("ping", []),
    stats: () => reader.call("stats", []),
    async close() {
      await Promise.all([reader.close(), writer.close()]);
    },
  };
}
