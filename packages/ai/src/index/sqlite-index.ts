import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

import type { PassageIndex } from "./passage-index";
import { storeThread } from "./store-thread";

export type SqliteIndexOptions = {
  /** The file, whose folder is created if absent. It belongs to one embedding model and refuses to open with another. */
  path: string;
  dimensions: number;
  model: string;
  /** Path of `sqlite-worker`: its source, which tsx runs, or a bundle of it. */
  workerEntry: string;
  mostUnmerged?: number;
  /** Milliseconds that the threads are kept without work. Default: five minutes. */
  idleMilliseconds?: number;
};

const IDLE_MILLISECONDS = 5 * 60_000;

/**
 * Opens the passage index in one SQLite file, which several processes of one machine may open. Searches and writes run in one thread
 * each, which starts at first use and ends when idle. They do not block the event loop or each other.
 */
export function createSqliteIndex({ workerEntry, ...options }: SqliteIndexOptions): PassageIndex {
  const store = { idleMilliseconds: IDLE_MILLISECONDS, ...options };
  mkdirSync(dirname(store.path), { recursive: true });
  const reader = storeThread(workerEntry, store);
  const writer = storeThread(workerEntry, store);

  return {
    replaceDocument: (...args) => writer.call("replaceDocument", args),
    replaceWords: (...args) => writer.call("replaceWords", args),
    updatePayload: (...args) => writer.call("updatePayload", args),
    removeDocument: (...args) => writer.call("removeDocument", args),
    search: (...args) => reader.call("search", args),
    count: (...args) => reader.call("count", args),
    facets: (...args) => reader.call("facets", args),
    nearTerms: (...args) => reader.call("nearTerms", args),
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
