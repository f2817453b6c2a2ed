import * as runner from "@besunny/sql/migrations/run-migrations";

import { readDbMigrations } from "./read-db-migrations";
import { ensureRoles, type RolePasswords, type RoleUrls, roleUrls } from "./roles";

type Options = {
  /** URL for a superuser, or for a user who may create roles and owns the database. */
  ownerUrl: string;
  /** `packages/db/prisma/migrations`, or its folder in an installation. */
  migrationsDirectory: string;
  passwords: RolePasswords;
  log?: (message: string) => void;
};

/**
 * Creates the roles and applies the missing migrations, each in full or not at all, recorded as Prisma records them. May run twice, and
 * in several processes at once. Returns the roles' URLs and the names of the migrations that it applied. Throws `PreparationError`, with
 * the remedy, if the state of the database does not allow migrations.
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
    // The lock of Prisma itself, so that `prisma migrate deploy` and this runner wait for each other.
    lock: 72707369,
    history: {
      table: '"_prisma_migrations"',
      undo: (name) => `run \`pnpm besunny migrate --rolled-back ${name}\``,
    },
    unreachableRemedy:
      "Check DATABASE_URL (user, password, host, database), or unset it to use the embedded PostgreSQL.",
  };
}
