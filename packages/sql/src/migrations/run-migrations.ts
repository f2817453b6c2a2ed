import { randomUUID } from "node:crypto";
import pg from "pg";

import { errorCode } from "../error-code";
import { inUtc } from "../in-utc";
import { PreparationError } from "../preparation-error";
import { ensureHistory, type History, pendingMigrations } from "./history";
import type { Migration } from "./migration-files";

const lockPatience = "60s";

/** A schema that migrations lead to: how it is reached, recorded and kept from being migrated twice at once. */
export type MigratedSchema = {
  connectionString: string;
  /** The name of the session in the server's list of activity. */
  applicationName: string;
  /** The advisory lock that its runners share: a number, or a name that is hashed to one. */
  lock: number | string;
  history: History;
  /** The remedy to report when the database cannot be reached. */
  unreachableRemedy: string;
};

/**
 * Applies the migrations that are missing, each whole or not at all, and records them. May run twice, and by several
 * processes at once. `before` and `after` run under the same lock. Returns the names now applied.
 * Throws `PreparationError`, with the remedy, when the database is not in a state to go on from.
 */
export async function runMigrations(
  schema: MigratedSchema,
  options: {
    migrations: readonly Migration[];
    before?: (client: pg.ClientBase) => Promise<void>;
    after?: (client: pg.ClientBase) => Promise<void>;
    log?: ((message: string) => void) | undefined;
  },
): Promise<string[]> {
  return locked(schema, async (client) => {
    await options.before?.(client);
    await ensureHistory(client, schema.history);
    const pending = await pendingMigrations(client, schema.history, options.migrations);
    for (const migration of pending) {
      options.log?.(`Applying ${migration.name}`);
      await apply(client, schema.history, migration);
    }
    await options.after?.(client);
    return pending.map(({ name }) => name);
  });
}

/**
 * Marks a migration that another tool left unfinished as rolled back, so that it is applied again. Throws
 * `PreparationError` when no unfinished migration has the name.
 */
export async function markRolledBack(schema: MigratedSchema, name: string): Promise<void> {
  const changed = await locked(schema, async (client) => {
    const { rowCount } = await client.query(
      `update ${schema.history.table} set rolled_back_at = now()
       where migration_name = $1 and finished_at is null and rolled_back_at is null`,
      [name],
    );
    return rowCount ?? 0;
  });
  if (changed > 0) return;
  throw new PreparationError(
    `No unfinished migration is called ${name}.`,
    "Copy the name from the message that asked you to mark it.",
  );
}

async function locked<Result>(
  schema: MigratedSchema,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionString: inUtc(schema.connectionString),
    application_name: schema.applicationName,
  });
  client.on("error", () => {});
  await client.connect().catch((error: unknown) => {
    throw unreachable(schema, error);
  });
  const key = typeof schema.lock === "number" ? "$1::bigint" : "hashtextextended($1, 0)";
  try {
    await client.query(`set lock_timeout = '${lockPatience}'`);
    await client.query(`select pg_advisory_lock(${key})`, [schema.lock]).catch((error: unknown) => {
      throw errorCode(error) === "55P03" ? busy() : error;
    });
    await client.query("set lock_timeout = 0");
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The record and the script share one transaction: killed in the middle, the database is as it was. */
async function apply(client: pg.Client, { table }: History, migration: Migration): Promise<void> {
  refuseOwnTransactions(migration);
  const id = randomUUID();
  try {
    await client.query("begin");
    await client.query(
      `insert into ${table} (id, checksum, migration_name, started_at)
       values ($1, $2, $3, clock_timestamp())`,
      [id, migration.checksum, migration.name],
    );
    await client.query(migration.sql);
    await client.query(
      `update ${table}
       set finished_at = clock_timestamp(), applied_steps_count = 1 where id = $1`,
      [id],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    await recordFailure(client, table, migration, error);
    throw failed(migration, error);
  }
}

/** Records a migration that was rolled back, so that Prisma and this runner both try it again. */
async function recordFailure(
  client: pg.Client,
  table: string,
  { name, checksum }: Migration,
  error: unknown,
): Promise<void> {
  const logs = error instanceof Error ? error.message : String(error);
  await client
    .query(
      `insert into ${table} (id, checksum, migration_name, logs, rolled_back_at)
       values ($1, $2, $3, $4, now())`,
      [randomUUID(), checksum, name, logs],
    )
    // The connection itself may have failed; the caller throws the error that matters.
    .catch(() => {});
}

function refuseOwnTransactions({ name, sql }: Migration): void {
  if (!/^\s*(begin|commit|rollback|start\s+transaction)\s*;/im.test(sql)) return;
  throw new PreparationError(
    `The migration ${name} begins or ends a transaction of its own.`,
    "Take that out: every migration already runs in one.",
  );
}

function failed({ name, sql }: Migration, error: unknown): PreparationError {
  const reason = error instanceof Error ? error.message : String(error);
  const position = Number(
    typeof error === "object" && error !== null && "position" in error
      ? error.position
      : Number.NaN,
  );
  const line = Number.isNaN(position) ? "" : ` (line ${sql.slice(0, position).split("\n").length})`;
  if (errorCode(error) === "53100")
    return new PreparationError(
      "The disk that holds the database is full.",
      "Free some space and start again; nothing was changed.",
      { cause: error },
    );
  return new PreparationError(
    `The migration ${name} failed${line}: ${reason}.`,
    "Nothing of it was kept. Mend what it names and start again.",
    { cause: error },
  );
}

function busy(): PreparationError {
  return new PreparationError(
    "Another process has been migrating this database for more than a minute.",
    "Wait for it to end, or end it, and start again.",
  );
}

function unreachable(
  { connectionString, unreachableRemedy }: MigratedSchema,
  error: unknown,
): PreparationError {
  const { hostname, port, pathname } = new URL(connectionString);
  const reason = error instanceof Error && error.message ? error.message : errorCode(error);
  return new PreparationError(
    `The database ${hostname}:${port || "5432"}${pathname} does not let us in: ${reason}.`,
    unreachableRemedy,
    { cause: error },
  );
}
