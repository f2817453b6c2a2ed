import type pg from "pg";
import { PreparationError } from "../preparation-error";
import { nullable, text, timestamp } from "../rows/column";
import { type RowOf, readRow } from "../rows/row-shape";
import type { Migration } from "./migration-files";

const columns = {
  migration_name: text,
  checksum: text,
  finished_at: nullable(timestamp),
  rolled_back_at: nullable(timestamp),
  logs: nullable(text),
};
type Row = RowOf<typeof columns>;

/** The table that records migrations: a quoted name, and how an operator marks one as undone ("run ..."). */
export type History = { table: string; undo: (migrationName: string) => string };

/** Makes the table of migrations exactly as Prisma makes its own. */
export async function ensureHistory(client: pg.ClientBase, { table }: History): Promise<void> {
  await client.query(`
    create table if not exists ${table} (
      "id"                  varchar(36) primary key not null,
      "checksum"            varchar(64) not null,
      "finished_at"         timestamptz,
      "migration_name"      varchar(255) not null,
      "logs"                text,
      "rolled_back_at"      timestamptz,
      "started_at"          timestamptz not null default now(),
      "applied_steps_count" integer not null default 0
    )`);
}

/** Returns the migrations still to apply. Throws `PreparationError` when what was applied is not what the folders say. */
export async function pendingMigrations(
  client: pg.ClientBase,
  history: History,
  migrations: readonly Migration[],
): Promise<Migration[]> {
  const { rows } = await client.query(
    `select migration_name, checksum, finished_at, rolled_back_at, logs from ${history.table} order by started_at`,
  );
  const standing = rows
    .map((row) => readRow(columns, row))
    .filter((row) => row.rolled_back_at === null);
  refuseFailed(standing, history);
  refuseUnknown(standing, migrations);
  refuseEdited(standing, migrations);

  const applied = new Set(standing.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}

function refuseFailed(rows: readonly Row[], { undo }: History): void {
  const failed = rows.find((row) => row.finished_at === null);
  if (!failed) return;
  throw new PreparationError(
    `The migration ${failed.migration_name} was begun by another tool and did not finish${failed.logs ? `: ${failed.logs.trim()}` : "."}`,
    `Undo what it left, then ${undo(failed.migration_name)} and start again.`,
  );
}

function refuseUnknown(rows: readonly Row[], migrations: readonly Migration[]): void {
  const names = new Set(migrations.map(({ name }) => name));
  const unknown = rows.find((row) => !names.has(row.migration_name));
  if (!unknown) return;
  throw new PreparationError(
    `The database has the migration ${unknown.migration_name}, which this version does not know.`,
    "It was last used by a newer version: start that version, or restore a backup made before the upgrade.",
  );
}

function refuseEdited(rows: readonly Row[], migrations: readonly Migration[]): void {
  const checksums = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  const edited = migrations.find(({ name, checksum }) => {
    const recorded = checksums.get(name);
    return recorded !== undefined && recorded !== checksum;
  });
  if (!edited) return;
  throw new PreparationError(
    `The migration ${edited.name} was changed after it had been applied to this database.`,
    "Restore its script (`git checkout`) and put the change into a new migration.",
  );
}
