import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freshDatabase, queryOnce, rolePasswords } from "../../test/fresh-database";
import { migrate } from "./migrate";
import { readDbMigrations } from "./read-db-migrations";

const shipped = join(import.meta.dirname, "../../prisma/migrations");
const migration = "20261128030000_scopes_of_keys";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let directory: string;

beforeEach(async () => {
  database = await freshDatabase({ template: "template1" });
  directory = mkdtempSync(join(tmpdir(), "besunny-migrations-"));
});

afterEach(async () => {
  await database.drop();
  rmSync(directory, { recursive: true });
});

async function apply(names: readonly string[]) {
  for (const name of names) cpSync(join(shipped, name), join(directory, name), { recursive: true });
  await migrate({
    ownerUrl: database.ownerUrl,
    migrationsDirectory: directory,
    passwords: rolePasswords(),
  });
}

test("keys from before there were scopes read and write, and those of people who had left are revoked", async () => {
  await apply(
    readDbMigrations(shipped)
      .map(({ name }) => name)
      .filter((name) => name < migration),
  );
  await queryOnce(
    database.superuserUrl,
    `insert into workspaces (id, name) values ('ws_1', 'Mill');
     insert into users (id, email, name) values ('usr_here', 'here@example.test', 'Ada'), ('usr_gone', 'gone@example.test', 'Bob');
     insert into memberships (workspace_id, user_id, role) values ('ws_1', 'usr_here', 'owner');
     insert into api_keys (id, workspace_id, user_id, name, prefix, key_hash)
       values ('key_here', 'ws_1', 'usr_here', 'Script', 'bsk_', 'a'), ('key_gone', 'ws_1', 'usr_gone', 'Script', 'bsk_', 'b');`,
  );

  await apply([migration]);

  const rows = await queryOnce(
    database.superuserUrl,
    "select id, scopes, revoked_at is null as alive, expires_at from api_keys order by id",
  );
  expect(rows).toEqual([
    { id: "key_gone", scopes: ["read", "write"], alive: false, expires_at: null },
    { id: "key_here", scopes: ["read", "write"], alive: true, expires_at: null },
  ]);
});

test("row-level security is forced again once they are", async () => {
  await apply(readDbMigrations(shipped).map(({ name }) => name));

  const rows = await queryOnce(
    database.superuserUrl,
    "select relname, relforcerowsecurity as forced from pg_class where relname in ('api_keys', 'memberships') order by 1",
  );
  expect(rows).toEqual([
    { relname: "api_keys", forced: true },
    { relname: "memberships", forced: true },
  ]);
});
