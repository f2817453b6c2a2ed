import { join } from "node:path";
import { inUtc } from "@besunny/sql/in-utc";
import { readMigrations } from "@besunny/sql/migrations/migration-files";
import { runMigrations } from "@besunny/sql/migrations/run-migrations";
import * as queueSchema from "graphile-worker";
import { type ClientBase, Pool } from "pg";

import { giveSchema } from "./give-schema";

const history = {
  table: "engine.migration",
  undo: (name: string) =>
    `set \`rolled_back_at\` in the row of ${name} in the table engine.migration`,
};

/**
 * Makes or updates the engine's two schemas, `engine` and `engine_queue`. Run it as a role that may create schemas. With `grantTo`,
 * that role comes to own both schemas and everything in them; it needs no other right to run the engine. May run again, and from
 * several processes at once. `migrationsDirectory` is `packages/engine/migrations`; a bundle must say where it is. Returns the names
 * of the migrations now applied. Throws `PreparationError` when the database is not in a state to go on from.
 */
export async function migrateEngine(options: {
  connectionString: string;
  grantTo?: string;
  migrationsDirectory?: string;
}): Promise<string[]> {
  const { connectionString, grantTo } = options;
  const directory = options.migrationsDirectory ?? join(import.meta.dirname, "../../migrations");
  return runMigrations(
    {
      connectionString,
      applicationName: "durable-engine migrate",
      lock: "migrate:engine",
      history,
      unreachableRemedy: "Check the user, password, host and database of the engine.",
    },
    {
      migrations: readMigrations(directory),
      before: async (client) => {
        await client.query("create schema if not exists engine");
        await migrateQueue(connectionString);
      },
      after: async (client) => {
        if (grantTo) await giveBoth(client, grantTo);
      },
    },
  );
}

async function giveBoth(client: ClientBase, role: string): Promise<void> {
  await giveSchema(client, "engine", role);
  await giveSchema(client, "engine_queue", role);
}

async function migrateQueue(connectionString: string): Promise<void> {
  const pgPool = new Pool({ connectionString: inUtc(connectionString), max: 2 });
  pgPool.on("error", () => undefined);
  pgPool.on("connect", (client) => client.on("error", () => undefined));
  try {
    await queueSchema.runMigrations({ pgPool, schema: "engine_queue" });
  } finally {
    await pgPool.end();
  }
}
