import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { PreparationError } from "../preparation-error";

/** One migration: `checksum` is the SHA-256 of its script in hex, as Prisma records it. */
export type Migration = { name: string; sql: string; checksum: string };

/**
 * Reads the migrations of a directory in the order of their names: `<number>_<intent>.sql`, or a folder of that name
 * with a `migration.sql`. Throws `PreparationError` for a folder without a script and for two migrations with one number;
 * `sharedNumbers` lists the numbers that are exempt.
 */
export function readMigrations(
  directory: string,
  { sharedNumbers = [] }: { sharedNumbers?: readonly string[] } = {},
): Migration[] {
  if (!existsSync(directory))
    throw new PreparationError(
      `The migrations are not in ${directory}.`,
      "The installation is incomplete: fetch BeSunny again.",
    );
  const migrations = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith(".sql"))
    .map((entry) => ({
      name: entry.isDirectory() ? entry.name : entry.name.slice(0, -".sql".length),
      path: join(directory, entry.name, ...(entry.isDirectory() ? ["migration.sql"] : [])),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(readMigration);
  refuseTwins(migrations, sharedNumbers);
  return migrations;
}

function readMigration({ name, path }: { name: string; path: string }): Migration {
  if (!existsSync(path))
    throw new PreparationError(
      `The migration ${name} has no migration.sql.`,
      "Remove the empty folder or restore its script.",
    );
  const bytes = readFileSync(path);
  const checksum = createHash("sha256").update(bytes).digest("hex");
  return { name, sql: bytes.toString("utf8"), checksum };
}

/** Two developers who chose one number would find their migrations in another order on each other's database. */
function refuseTwins(migrations: readonly Migration[], sharedNumbers: readonly string[]): void {
  const byNumber = Map.groupBy(migrations, ({ name }) => name.split("_")[0] ?? name);
  for (const [number, [first, second]] of byNumber) {
    if (!first || !second || sharedNumbers.includes(number)) continue;
    throw new PreparationError(
      `The migrations ${first.name} and ${second.name} have the same number.`,
      "Rename the newer one, which no database has applied yet.",
    );
  }
}
