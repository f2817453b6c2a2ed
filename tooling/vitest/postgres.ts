import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "@besunny/db/migrate/migrate";
import { startEmbeddedPostgres, stopEmbeddedPostgres } from "@besunny/db/server/embedded-postgres";
import { ensureSecrets, readSecrets } from "@besunny/db/server/secrets";
import pg from "pg";

const prefix = "besunny-test-";
const migrationsDirectory = join(import.meta.dirname, "../../packages/db/prisma/migrations");

/** Nothing in a test outlives it, so nothing needs to reach the disk. Two files at once hold many pools. */
const carefree = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "250",
};

/**
 * Starts one PostgreSQL for the whole run, migrated once and kept as the template `besunny_template`. Tests get TEST_OWNER_URL,
 * TEST_SUPERUSER_URL and a URL for each role (TEST_APP_URL, ...). Returns a function that removes it.
 */
export default async function postgres(): Promise<() => Promise<void>> {
  await sweep();
  const dataDirectory = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  // mkdtemp closes it to all others, and root's PostgreSQL is another user.
  await chmod(dataDirectory, 0o711);
  try {
    const server = await startEmbeddedPostgres({ dataDirectory, settings: carefree });
    const roles = await migrated(server.url, dataDirectory);
    await keepTemplate(server.superuserUrl);
    Object.assign(process.env, {
      TEST_OWNER_URL: server.url,
      TEST_SUPERUSER_URL: server.superuserUrl,
      TEST_APP_URL: roles.app,
      TEST_IDENTITY_URL: roles.identity,
      TEST_PLATFORM_URL: roles.platform,
      TEST_ENGINE_URL: roles.engine,
    });
  } catch (error) {
    await remove(dataDirectory);
    throw error;
  }
  return () => remove(dataDirectory);
}

async function migrated(ownerUrl: string, dataDirectory: string) {
  const secrets = await ensureSecrets({ dataDirectory });
  const passwords = {
    app: secrets.appPassword,
    identity: secrets.identityPassword,
    platform: secrets.platformPassword,
    engine: secrets.enginePassword,
  };
  const { roles } = await migrate({ ownerUrl, migrationsDirectory, passwords });
  return roles;
}

async function keepTemplate(superuserUrl: string): Promise<void> {
  const url = new URL(superuserUrl);
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await client.query("create database besunny_template template besunny owner besunny_owner");
  } finally {
    await client.end();
  }
}

/** A run that was killed leaves its server behind; the next one ends it. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (name.startsWith(prefix) && !isAlive(pid)) await remove(join(tmpdir(), name));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function remove(dataDirectory: string): Promise<void> {
  const secrets = await readSecrets({ dataDirectory }).catch(() => null);
  await stopEmbeddedPostgres({ dataDirectory, mode: "immediate" }).catch(() => {});
  if (secrets?.postgresDirectory)
    await rm(secrets.postgresDirectory, { recursive: true, force: true });
  await rm(dataDirectory, { recursive: true, force: true });
}
