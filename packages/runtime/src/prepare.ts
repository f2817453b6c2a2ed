import { migrate } from "@besunny/db/migrate/migrate";
import { startEmbeddedPostgres, stopEmbeddedPostgres } from "@besunny/db/server/embedded-postgres";
import { ensureSecrets } from "@besunny/db/server/secrets";

import { passwordsOf } from "./database-urls";
import { readEnv } from "./env";
import { findPlaces } from "./places";

type Progress = (message: string) => void;

/** A database that is there and up to date: the embedded one is started, then what is missing is migrated. */
export async function prepareDatabase(progress: Progress = () => {}) {
  const env = readEnv();
  const places = findPlaces(env);
  const secrets = await ensureSecrets({ dataDirectory: places.data });
  const ownerUrl = env.DATABASE_URL ?? (await startEmbedded(places.data, progress));
  const { applied } = await migrate({
    ownerUrl,
    migrationsDirectory: places.migrations,
    passwords: passwordsOf(secrets),
    log: progress,
  });
  return { applied, isEmbedded: !env.DATABASE_URL };
}

/** Starts the embedded database if it does not run; one that DATABASE_URL names is not ours to start. */
export async function startDatabase(progress: Progress = () => {}): Promise<void> {
  const env = readEnv();
  if (!env.DATABASE_URL) await startEmbedded(findPlaces(env).data, progress);
}

/** Stops the embedded database; one that DATABASE_URL names is not ours to stop. */
export async function stopDatabase(): Promise<void> {
  const env = readEnv();
  if (env.DATABASE_URL) return;
  await stopEmbeddedPostgres({ dataDirectory: findPlaces(env).data });
}

async function startEmbedded(dataDirectory: string, progress: Progress): Promise<string> {
  const { url, port, startedByUs } = await startEmbeddedPostgres({ dataDirectory, log: progress });
  progress(`PostgreSQL ${startedByUs ? "started" : "is running"} on port ${port}`);
  return url;
}
