import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freshDatabase, queryOnce, rolePasswords } from "../../test/fresh-database";
import { openSchemaEngine } from "../../test/schema-engine";
import { markRolledBack, migrate } from "./migrate";
import { readDbMigrations } from "./read-db-migrations";

const schemaPath = join(import.meta.dirname, "../../prisma/schema.prisma");
const shippedMigrations = join(import.meta.dirname, "../../prisma/migrations");
const shipped = readDbMigrations(shippedMigrations).map(({ name }) => name);

let database: Awaited<ReturnType<typeof freshDatabase>>;
let migrationsDirectory: string;

beforeEach(async () => {
  database = await freshDatabase({ template: "template1" });
  migrationsDirectory = mkdtempSync(join(tmpdir(), "besunny-migrations-"));
});

afterEach(async () => {
  await database.drop();
  rmSync(migrationsDirectory, { recursive: true });
});

function write(name: string, sql: string) {
  mkdirSync(join(migrationsDirectory, name), { recursive: true });
  writeFileSync(join(migrationsDirectory, name, "migration.sql"), sql);
}

const run = (directory = migrationsDirectory) =>
  migrate({
    ownerUrl: database.ownerUrl,
    migrationsDirectory: directory,
    passwords: rolePasswords(),
  });

const history = () =>
  queryOnce(
    database.ownerUrl,
    'select migration_name, finished_at is not null as finished, rolled_back_at is not null as undone, logs, applied_steps_count as steps from "_prisma_migrations" order by started_at',
  );

test("it writes a history that Prisma takes over without applying anything again", async () => {
  await run(shippedMigrations);
  const prisma = await openSchemaEngine(database.ownerUrl, schemaPath, shippedMigrations);

  const diagnosis = await prisma.diagnose();
  expect(diagnosis).toMatchObject({
    hasMigrationsTable: true,
    editedMigrationNames: [],
    failedMigrationNames: [],
  });
  expect(diagnosis.history ?? null).toBeNull();
  expect(await prisma.deploy()).toEqual([]);
});

test("it takes over a history that Prisma wrote", async () => {
  await run();
  const prisma = await openSchemaEngine(database.ownerUrl, schemaPath, shippedMigrations);

  expect(await prisma.deploy()).toEqual(shipped);
  await prisma.close();
  expect((await run(shippedMigrations)).applied).toEqual([]);
});

test("it ships migrations that lead to the Prisma schema, with nothing missing on either side", async () => {
  const prisma = await openSchemaEngine(database.ownerUrl, schemaPath, shippedMigrations);

  expect(await prisma.drift()).toBe("");
});

test("it notices a schema that the migrations do not lead to", async () => {
  cpSync(schemaPath, join(migrationsDirectory, "schema.prisma"));
  writeFileSync(
    join(migrationsDirectory, "schema.prisma"),
    "\nmodel Forgotten {\n  id String @id\n}\n",
    { flag: "a" },
  );
  const changed = join(migrationsDirectory, "schema.prisma");
  const prisma = await openSchemaEngine(database.ownerUrl, changed, shippedMigrations);

  expect(await prisma.drift()).toContain('CREATE TABLE "Forgotten"');
});

test("it applies each migration once, in order, however often it runs", async () => {
  write("20260102_second", "alter table things add column name text;");
  write(
    "20260101_first",
    "create table things (id int); do $$ begin perform 1; end $$; insert into things values (1);",
  );

  expect((await run()).applied).toEqual(["20260101_first", "20260102_second"]);
  expect((await run()).applied).toEqual([]);
  expect(await queryOnce(database.ownerUrl, "select * from things")).toEqual([
    { id: 1, name: null },
  ]);
});

test("it lets several processes migrate at once, and one of them does the work", async () => {
  write("20260101_slow", "create table things (id int); select pg_sleep(0.3);");

  const applied = await Promise.all([run(), run(), run(), run()]);
  expect(applied.flatMap((one) => one.applied)).toEqual(["20260101_slow"]);
});

test("it keeps nothing of a migration that fails, says where it failed, and goes on once it is mended", async () => {
  write("20260101_broken", "create table things (id int);\ninsert into nowhere values (1);");

  await expect(run()).rejects.toThrow(/20260101_broken failed \(line 2\).*nowhere.*Mend/);
  expect(await queryOnce(database.ownerUrl, "select to_regclass('things') as found")).toEqual([
    { found: null },
  ]);
  expect(await history()).toEqual([
    expect.objectContaining({
      finished: false,
      undone: true,
      logs: expect.stringContaining("nowhere"),
    }),
  ]);

  write("20260101_broken", "create table things (id int);");
  expect((await run()).applied).toEqual(["20260101_broken"]);
});

test("it refuses to go on when an applied migration was edited", async () => {
  write("20260101_first", "create table things (id int);");
  await run();
  write("20260101_first", "create table things (id bigint);");

  await expect(run()).rejects.toThrow(/20260101_first was changed.*new migration/);
});

test("it refuses a database that a newer version has migrated", async () => {
  write("20260101_first", "create table things (id int);");
  write("20260102_newer", "select 1;");
  await run();
  rmSync(join(migrationsDirectory, "20260102_newer"), { recursive: true });

  await expect(run()).rejects.toThrow(/20260102_newer.*newer version/);
});

test("it refuses a migration that another tool left half done, until it is marked as undone", async () => {
  write("20260101_first", "create table things (id int);");
  await run();
  write("20260102_half", "create table more (id int);");
  await queryOnce(
    database.ownerUrl,
    `insert into "_prisma_migrations" (id, checksum, migration_name) values ('x', 'x', '20260102_half')`,
  );

  await expect(run()).rejects.toThrow(/20260102_half.*--rolled-back 20260102_half/);
  await markRolledBack({ ownerUrl: database.ownerUrl, name: "20260102_half" });
  expect((await run()).applied).toEqual(["20260102_half"]);
  await expect(
    markRolledBack({ ownerUrl: database.ownerUrl, name: "20260102_half" }),
  ).rejects.toThrow(/No unfinished migration/);
});

test("it refuses a new migration with the number of another one, and applies nothing", async () => {
  write("20270101_one", "create table things (id int);");
  write("20270101_other", "create table more (id int);");

  await expect(run()).rejects.toThrow(/20270101_one and 20270101_other have the same number/);
  expect(await queryOnce(database.ownerUrl, "select to_regclass('things') as found")).toEqual([
    { found: null },
  ]);
});

test("it makes roles that are neither superusers nor see past row-level security, and that can sign in", async () => {
  const { roles } = await run(shippedMigrations);

  for (const [role, url] of Object.entries(roles))
    expect(
      await queryOnce(
        url,
        "select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user",
      ),
    ).toEqual([
      { rolname: `besunny_${role}`, rolsuper: false, rolbypassrls: false, rolcreaterole: false },
    ]);
});

test("it refuses a role that was given the power to see every workspace", async () => {
  await queryOnce(database.superuserUrl, "alter role besunny_engine bypassrls");
  try {
    await expect(run()).rejects.toThrow(/besunny_engine may see past row-level security/);
  } finally {
    await queryOnce(database.superuserUrl, "alter role besunny_engine nobypassrls");
  }
});

test("it says what the owner lacks when it may not make roles", async () => {
  await queryOnce(database.superuserUrl, "create role powerless login password 'p'");
  const url = new URL(database.ownerUrl);
  url.username = "powerless";
  url.password = "p";
  try {
    await expect(
      migrate({ ownerUrl: url.toString(), migrationsDirectory, passwords: rolePasswords() }),
    ).rejects.toThrow(/may not make the roles.*createrole/);
  } finally {
    await queryOnce(database.superuserUrl, "drop role powerless");
  }
});

test("it says which database does not let it in", async () => {
  await expect(
    migrate({
      ownerUrl: "postgresql://someone:wrong@127.0.0.1:1/nothing",
      migrationsDirectory,
      passwords: rolePasswords(),
    }),
  ).rejects.toThrow(/127\.0\.0\.1:1\/nothing does not let us in.*DATABASE_URL/);
});
