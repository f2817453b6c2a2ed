import { markRolledBack } from "@besunny/db/migrate/migrate";

import { databaseUrls } from "./database-urls";
import { readEnv } from "./env";
import { findPlaces } from "./places";

/** Says of a migration that another tool left unfinished that its traces are gone, so that it is applied again. */
export async function undoMigration(name: string): Promise<void> {
  const env = readEnv();
  const { owner } = await databaseUrls(env, findPlaces(env));
  await markRolledBack({ ownerUrl: owner, name });
}
