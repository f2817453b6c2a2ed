import { readEnv } from "@besunny/runtime/env";
import { findPlaces } from "@besunny/runtime/places";
import { prepareDatabase } from "@besunny/runtime/prepare";

import { signInFile } from "./sign-ins";

/** Everything that must be there before the apps start: the database, its tables, and something to look at. */
export async function prepare(say: (line: string) => void): Promise<void> {
  const { applied } = await prepareDatabase(say);
  if (applied.length > 0) say(`The database is up to date (${applied.length} migrations applied)`);
  // Documents are nobody else's on this machine; the database's user has what it needs by now.
  process.umask(0o077);
  const env = readEnv();
  // Most starts have nothing to make, and need not load what makes it.
  const isSeeded = await signInFile(findPlaces(env).data).isFinished();
  if (!isSeeded) await (await import("./seed")).seed(say);
  if (env.BESUNNY_ADMIN_EMAIL)
    await (await import("./seed")).appointAdmin(env.BESUNNY_ADMIN_EMAIL, say);
}
