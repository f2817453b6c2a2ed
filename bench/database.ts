import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { migrate } from "@besunny/db/migrate/migrate";
import { startEmbeddedPostgres } from "@besunny/db/server/embedded-postgres";
import { ensureSecrets } from "@besunny/db/server/secrets";

const migrationsDirectory = join(import.meta.dirname, "../packages/db/prisma/migrations");

/** Makes a folder for the data of a bench. Who asks for it removes it. */
export async function aDataDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "besunny-bench-"));
  // mkdtemp closes it to all others, and root's PostgreSQL is another user.
  await chmod(directory, 0o711);
  return directory;
}

/** Starts a PostgreSQL with all migrations in a folder. Returns the addresses of its superuser and of its roles. */
export async function startDatabase(dataDirectory: string) {
  const { url, superuserUrl } = await startEmbeddedPostgres({ dataDirectory });
  const secrets = await ensureSecrets({ dataDirectory });
  const passwords = {
    app: secrets.appPassword,
    identity: secrets.identityPassword,
    platform: secrets.platformPassword,
    engine: secrets.enginePassword,
  };
  const { roles } = await migrate({ ownerUrl: url, migrationsDirectory, passwords });
  return { superuserUrl, roles };
}
