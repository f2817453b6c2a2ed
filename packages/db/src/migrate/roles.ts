import { errorCode } from "@besunny/sql/error-code";
import { PreparationError } from "@besunny/sql/preparation-error";
import { text } from "@besunny/sql/rows/column";
import { readRow } from "@besunny/sql/rows/row-shape";
import pg from "pg";

/** A password for each role that the running product signs in with. */
export type RolePasswords = { app: string; identity: string; platform: string; engine: string };

/** Connection strings of those roles. */
export type RoleUrls = { app: string; identity: string; platform: string; engine: string };

const roleNames = {
  app: "besunny_app",
  identity: "besunny_identity",
  platform: "besunny_platform",
  engine: "besunny_engine",
} as const;

const duplicateCodes = ["42710", "23505"];

/**
 * Creates the roles that migrations grant to, sets their passwords, and lets them connect to this database. The owner of `client` must
 * be a superuser, or must own the database and be allowed to create roles. Otherwise throws `PreparationError`.
 */
export async function ensureRoles(client: pg.ClientBase, passwords: RolePasswords): Promise<void> {
  try {
    for (const [key, name] of entriesOf(roleNames))
      await ensureLoginRole(client, name, passwords[key]);
    await letEngineMakeItsSchema(client);
  } catch (error) {
    if (errorCode(error) !== "42501") throw error;
    throw new PreparationError(
      "The user of DATABASE_URL may not make the roles that BeSunny works with.",
      "Let it with `alter role <user> createrole`, make it own the database, or set DATABASE_URL to a superuser.",
      { cause: error },
    );
  }
  await refuseMightyRoles(client);
}

/** Returns the roles' connection strings, made from the owner's. */
export function roleUrls(ownerUrl: string, passwords: RolePasswords): RoleUrls {
  const urlOf = (key: keyof RoleUrls) => {
    const url = new URL(ownerUrl);
    url.username = roleNames[key];
    url.password = encodeURIComponent(passwords[key]);
    return url.toString();
  };
  return {
    app: urlOf("app"),
    identity: urlOf("identity"),
    platform: urlOf("platform"),
    engine: urlOf("engine"),
  };
}

async function ensureLoginRole(
  client: pg.ClientBase,
  name: string,
  password: string,
): Promise<void> {
  await createRole(client, name);
  await client.query(`alter role ${name} login password ${pg.escapeLiteral(password)}`);
  await client.query(`grant connect on database ${await databaseName(client)} to ${name}`);
}

/** Lets the background engine create schemas of its own, which the other roles cannot read. */
async function letEngineMakeItsSchema(client: pg.ClientBase): Promise<void> {
  await client.query(
    `grant create on database ${await databaseName(client)} to ${roleNames.engine}`,
  );
}

async function databaseName(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query("select current_database()::text as name");
  return pg.escapeIdentifier(readRow({ name: text }, rows[0]).name);
}

async function createRole(client: pg.ClientBase, name: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [name]);
  if (rowCount) return;
  await client.query(`create role ${name} login`).catch((error: unknown) => {
    // Roles belong to the whole server, so a runner for another database may have created the role first.
    if (!duplicateCodes.includes(errorCode(error))) throw error;
  });
}

async function refuseMightyRoles(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(
    "select rolname::text as name from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls)",
    [Object.values(roleNames)],
  );
  if (rows.length === 0) return;
  const names = rows.map((row) => readRow({ name: text }, row).name);
  throw new PreparationError(
    `The database role ${names.join(", ")} may see past row-level security, which keeps workspaces apart.`,
    `Run \`alter role ${names[0]} nosuperuser nobypassrls\` as a superuser.`,
  );
}

/** Returns typed entries: `Object.entries` loses the known keys of a literal. */
function entriesOf<Key extends string, Value>(record: Record<Key, Value>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][];
}
