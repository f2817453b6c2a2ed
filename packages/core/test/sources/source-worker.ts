import { createLocalFiles } from "@besunny/connectors/files/local-files";
import { createChanges } from "@besunny/db/changes";
import { createDatabase, type DatabaseUrls } from "@besunny/db/database";

import type { WorkspaceContext } from "../../src/context";
import { noHooks } from "../../src/operation/hooks";
import { fetchBatch } from "../../src/sources/fetching/fetch-batch";
import { syncStep } from "../../src/sources/looking/sync-step";
import { sealerOf, toolsOf } from "../tools";
import { adaptersAt } from "./adapters-at";

/** The argument of a process that works at one source. */
export type WorkerGiven = {
  databases: DatabaseUrls;
  directory: string;
  sealingKey: string;
  doublesUrl: string;
  pageSize: number;
  /** The day of the world when the process began. */
  now: string;
  workspaceId: string;
  id: string;
  ownerId: string;
};

/** Looks at a source and fetches, as the functions of the worker do, until nothing is left to do. It may be killed at any moment. */
async function work(given: WorkerGiven): Promise<void> {
  const { id, ownerId, workspaceId, doublesUrl: url, pageSize, directory } = given;
  const database = createDatabase(given.databases);
  const changes = createChanges(given.databases.app);
  const begun = new Date(given.now).getTime() - performance.now();
  const now = () => new Date(begun + performance.now());
  const own = {
    files: createLocalFiles({ directory }),
    changes,
    sealer: sealerOf(Buffer.from(given.sealingKey, "hex")),
  };
  const source: WorkspaceContext = {
    ...toolsOf(own, {
      sources: adaptersAt({ url, now, pageSize }),
      disk: { free: async () => ({ freeBytes: 50e9, totalBytes: 100e9 }) },
    }),
    clock: now,
    door: "job",
    traceId: "a process that is killed",
    hooks: noHooks,
    db: database,
    workspaceId,
    actor: { kind: "source", id, ownerId },
  };
  while ((await syncStep(source, { id })).next === "again");
  while (!(await fetchBatch(source, { id })).isOver);
  await Promise.all([database.close(), changes.close()]);
}

await work(JSON.parse(process.argv[2] ?? "{}"));
