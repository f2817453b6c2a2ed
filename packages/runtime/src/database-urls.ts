import { roleUrls } from "@besunny/db/migrate/roles";
import { ensureSecrets } from "@besunny/db/server/secrets";

import type { Env } from "./env";
import type { Places } from "./places";

/** A URL for each role, in the database of DATABASE_URL or in the embedded one. */
export async function databaseUrls(env: Env, places: Places) {
  const secrets = await ensureSecrets({ dataDirectory: places.data });
  const owner =
    env.DATABASE_URL ??
    `postgresql://besunny_owner:${encodeURIComponent(secrets.ownerPassword)}@127.0.0.1:${secrets.postgresPort}/besunny`;
  return { secrets, owner, urls: roleUrls(owner, passwordsOf(secrets)) };
}

type Passwords = {
  appPassword: string;
  identityPassword: string;
  platformPassword: string;
  enginePassword: string;
};

export function passwordsOf(secrets: Passwords) {
  return {
    app: secrets.appPassword,
    identity: secrets.identityPassword,
    platform: secrets.platformPassword,
    engine: secrets.enginePassword,
  };
}
