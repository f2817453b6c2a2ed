import { randomUUID } from "node:crypto";
import pg from "pg";

/** Makes a migrated, empty database for one test that breaks things. Returns a URL for each role, and `drop` to delete the database. */
export async function freshDatabase({ template = "besunny_template" } = {}) {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(`create database ${name} template ${template} owner besunny_owner`);
  const urlOf = (variable: string) => inDatabase(required(variable), name);
  return {
    name,
    ownerUrl: urlOf("TEST_OWNER_URL"),
    superuserUrl: urlOf("TEST_SUPERUSER_URL"),
    appUrl: urlOf("TEST_APP_URL"),
    identityUrl: urlOf("TEST_IDENTITY_URL"),
    platformUrl: urlOf("TEST_PLATFORM_URL"),
    drop: () => onServer(`drop database if exists ${name} with (force)`),
  };
}

/** Returns the passwords of the test server's roles, so that `migrate` can run on it again. */
export function rolePasswords() {
  const passwordOf = (variable: string) => new URL(required(variable)).password;
  return {
    app: passwordOf("TEST_APP_URL"),
    identity: passwordOf("TEST_IDENTITY_URL"),
    platform: passwordOf("TEST_PLATFORM_URL"),
    engine: passwordOf("TEST_ENGINE_URL"),
  };
}

/** Runs one query on its own connection and returns the rows. */
export async function queryOnce<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function onServer(sql: string): Promise<void> {
  await queryOnce(inDatabase(required("TEST_SUPERUSER_URL"), "postgres"), sql);
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

function required(variable: string): string {
  const value = process.env[variable];
  if (!value)
    throw new Error(
      `${variable} is set by tooling/vitest/postgres.ts: run vitest with --project integration`,
    );
  return value;
}
