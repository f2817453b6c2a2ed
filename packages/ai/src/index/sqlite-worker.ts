import { parentPort, workerData } from "node:worker_threads";

import { z } from "zod";

import { type SqliteStore, sqliteStore } from "./sqlite-store";

/** Entry of the worker thread that `createSqliteIndex` starts. The thread has one store and runs one call at a time. */
export type StoreCall = {
  [Method in keyof SqliteStore]: { method: Method; args: Parameters<SqliteStore[Method]> };
}[keyof SqliteStore];
export type StoreRequest = { id: number; call: StoreCall };
export type StoreReply = { id: number; value: unknown } | { id: number; error: string };

const { path, model, dimensions, mostUnmerged } = z
  .object({
    path: z.string(),
    model: z.string(),
    dimensions: z.number().int().positive(),
    mostUnmerged: z.number().int().optional(),
  })
  .parse(workerData);
let store: SqliteStore | undefined;

parentPort?.on("message", ({ id, call }: StoreRequest) => {
  parentPort?.postMessage(reply(id, call));
});

function reply(id: number, call: StoreCall): StoreReply {
  try {
    if (!store && call.method === "close") return { id, value: undefined };
    store ??= sqliteStore({
      path,
      model,
      dimensions,
      ...(mostUnmerged !== undefined && { mostUnmerged }),
    });
    return { id, value: run(store, call) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

function run(store: SqliteStore, call: StoreCall): unknown {
  switch (call.method) {
    case "replaceDocument":
      return store.replaceDocument(...call.args);
    case "replaceWords":
      return store.replaceWords(...call.args);
    case "updatePayload":
      return store.updatePayload(...call.args);
    case "removeDocument":
      return store.removeDocument(...call.args);
    case "search":
      return store.search(...call.args);
    case "count":
      return store.count(...call.args);
    case "facets":
      return store.facets(...call.args);
    case "nearTerms":
      return store.nearTerms(...call.args);
    case "describe":
      return store.describe(...call.args);
    case "listDocumentIds":
      return store.listDocumentIds(...call.args);
    case "listWorkspaceIds":
      return store.listWorkspaceIds();
    case "ping":
      return store.ping();
    case "stats":
      return store.stats();
    case "close":
      return store.close();
  }
}
