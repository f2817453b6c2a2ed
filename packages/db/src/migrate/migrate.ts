import { randomUUID } from "node:crypto";
import { errorCode } from "@besunny/sql/error-code";

import { inUtc } from "@besunny/sql/in-utc";
import { ensureHistory, pendingMigrations } from "@besunny/sql/migrations/history";
import { type Migration, readMigrations } from "@besunny/sql/migrations/migration-files";
import { PreparationError } from "@besunny/sql/preparation-error";
import pg from "pg";
import { ensureRoles, type RolePasswords, type RoleUrls, roleUrls } from "./roles";

type Options = {
  /** Of a superuser, or of a user who may create roles and owns the database. */
  ownerUrl: string;
  /** `packages/db/prisma/migrations`, or wherever an installation keeps it. */
  migrationsDirectory: string;
  passwords: RolePasswords;
  log?: (message: string) => void;
};

/** Prisma's own lock, so that `prisma migrate deploy` and this runner wait for one another. */
const lock = 72707369;
const lockPatience = "60s";

/**
 * Makes the roles and applies the migrations that are missing, each whole or not at all, recorded as Prisma records
 * them. May run twice, and by several processes at once. Gives the roles' URLs and the names now applied.
 * Throws `PreparationError`, with the remedy, when the database is not in a state to go on from.
 */
export async function migrate(options: Options): Promise<{ roles: RoleUrls; applied: string[] }> {
  const { ownerUrl, migrationsDirectory, passwords, log = () => {} } = options;
  const migrations = readMigrations(migrationsDirectory);

  const applied = await locked(ownerUrl, async (client) => {
    await ensureRoles(client, passwords);
    await ensureHistory(client);
    const pending = await pendingMigrations(client, migrations);
    for (const migration of pending) {
      log(`Applying ${migration.name}`);
      await apply(client, migration);
    }
    return pending.map(({ name }) => name);
  });
  return { roles: roleUrls(ownerUrl, passwords), applied };
}

/** Says of a migration that another tool left unfinished that its traces are gone, so that it is applied again. */
export async function markRolledBack({
  ownerUrl,
  name,
}: {
  ownerUrl: string;
  name: string;
}): Promise<void> {
  const changed = await locked(ownerUrl, async (client) => {
    const { rowCount } = await client.query(
      `update "_prisma_migrations" set rolled_back_at = now()
       where migration_name = $1 and finished_at is null and rolled_back_at is null`,
      [name],
    );
    return rowCount ?? 0;
  });
  if (changed > 0) return;
  throw new PreparationError(
    `No unfinished migration is called ${name}.`,
    "Copy the name from the message that told you to mark it.",
  );
}

async function locked<Result>(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionString: inUtc(ownerUrl),
    application_name: "besunny migrate",
  });
  client.on("error", () => {});
  await client.connect().catch((error: unknown) => {
    throw unreachable(ownerUrl, error);
  });
  try {
    await client.query(`set lock_timeout = '${lockPatience}'`);
    await client.query("select pg_advisory_lock($1)", [lock]).catch((error: unknown) => {
      throw errorCode(error) === "55P03" ? busy() : error;
    });
    await client.query("set lock_timeout = 0");
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The record and the script share one transaction: killed in the middle, the database is as it was. */
async function apply(client: pg.Client, migration: Migration): Promise<void> {
  refuseOwnTransactions(migration);
  const id = randomUUID();
  try {
    await client.query("begin");
    await client.query(
      `insert into "_prisma_migrations" (id, checksum, migration_name, started_at)
       values ($1, $2, $3, clock_timestamp())`,
      [id, migration.checksum, migration.name],
    );
    await client.query(migration.sql);
    await client.query(
      `update "_prisma_migrations"
       set finished_at = clock_timestamp(), applied_steps_count = 1 where id = $1`,
      [id],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    await recordFailure(client, migration, error);
    throw failed(migration, error);
  }
}

/** Kept as a migration that was rolled back, which it was: Prisma and this runner will both try it again. */
async function recordFailure(
  client: pg.Client,
  { name, checksum }: Migration,
  error: unknown,
): Promise<void> {
  const logs = error instanceof Error ? error.message : String(error);
  await client
    .query(
      `insert into "_prisma_migrations" (id, checksum, migration_name, logs, rolled_back_at)
       values ($1, $2, $3, $4, now())`,
      [randomUUID(), checksum, name, logs],
    )
    // The connection itself may be what failed; the error below is the one to tell.
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

function unreachable(ownerUrl: string, error: unknown): PreparationError {
  const { hostname, port, pathname } = new URL(ownerUrl);
  const reason = error instanceof Error && error.message ? error.message : errorCode(error);
  return new PreparationError(
    `The database ${hostname}:${port || "5432"}${pathname} does not let us in: ${reason}.`,
    "Check DATABASE_URL (user, password, host, database), or unset it to use the embedded PostgreSQL.",
    { cause: error },
  );
}
