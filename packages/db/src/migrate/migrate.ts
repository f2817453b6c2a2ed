import * as runner from "@besunny/sql/migrations/run-migrations";

import { readDbMigrations } from "./read-db-migrations";
import { ensureRoles, type RolePasswords, type RoleUrls, roleUrls } from "./roles";

type Options = {
  /** Of a superuser, or of a user who may create roles and owns the database. */
  ownerUrl: string;
  /** `packages/db/prisma/migrations`, or wherever an installation keeps it. */
  migrationsDirectory: string;
  passwords: RolePasswords;
  log?: (message: string) => void;
};

/**
 * Makes the roles and applies the migrations that are missing, each whole or not at all, recorded as Prisma records
 * them. May run twice, and by several processes at once. Returns the roles' URLs and the names now applied.
 * Throws `PreparationError`, with the remedy, when the database is not in a state to go on from.
 */
export async function migrate(options: Options): Promise<{ roles: RoleUrls; applied: string[] }> {
  const { ownerUrl, migrationsDirectory, passwords, log } = options;
  const applied = await runner.runMigrations(schemaOf(ownerUrl), {
    migrations: readDbMigrations(migrationsDirectory),
    before: (client) => ensureRoles(client, passwords),
    log,
  });
  return { roles: roleUrls(ownerUrl, passwords), applied };
}

/** Marks a migration that another tool left unfinished as rolled back, so that it is applied again. */
export async function markRolledBack(options: { ownerUrl: string; name: string }): Promise<void> {
  await runner.markRolledBack(schemaOf(options.ownerUrl), options.name);
}

function schemaOf(ownerUrl: string): runner.MigratedSchema {
  return {
    connectionString: ownerUrl,
    applicationName: "besunny migrate",
    // Prisma's own lock, so that `prisma migrate deploy` and this runner wait for one another.
    lock: 72707369,
    history: {
      table: '"_prisma_migrations"',
      undo: (name) => `run \`pnpm besunny migrate --rolled-back ${name}\``,
    },
    unreachableRemedy:
      "Check DATABASE_URL (user, password, host, database), or unset it to use the embedded PostgreSQL.",
  };
}
