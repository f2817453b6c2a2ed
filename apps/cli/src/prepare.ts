import { readEnv } from "@besunny/runtime/env";
import { prepareDatabase } from "@besunny/runtime/prepare";

import { appointAdmin, seed } from "./seed";

/** Everything that must be there before the apps start: the database, its tables, and something to look at. */
export async function prepare(say: (line: string) => void): Promise<void> {
  const { applied } = await prepareDatabase(say);
  if (applied.length > 0) say(`The database is up to date (${applied.length} migrations applied)`);
  // Documents are nobody else's on this machine; the database's user has what it needs by now.
  process.umask(0o077);
  await seed(say);

  const { BESUNNY_ADMIN_EMAIL } = readEnv();
  if (BESUNNY_ADMIN_EMAIL) await appointAdmin(BESUNNY_ADMIN_EMAIL, say);
}
