import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { PreparationError } from "../preparation-error";

/** One migration folder: `checksum` is the SHA-256 of its script in hex, as Prisma records it. */
export type Migration = { name: string; sql: string; checksum: string };

/** The migrations of a directory in the order of their names. Throws `PreparationError` for a folder without a script. */
export function readMigrations(directory: string): Migration[] {
  if (!existsSync(directory))
    throw new PreparationError(
      `The migrations are not in ${directory}.`,
      "The installation is incomplete: fetch BeSunny again.",
    );
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => readMigration(directory, name));
}

function readMigration(directory: string, name: string): Migration {
  const path = join(directory, name, "migration.sql");
  if (!existsSync(path))
    throw new PreparationError(
      `The migration ${name} has no migration.sql.`,
      "Remove the empty folder or restore its script.",
    );
  const bytes = readFileSync(path);
  const checksum = createHash("sha256").update(bytes).digest("hex");
  return { name, sql: bytes.toString("utf8"), checksum };
}
