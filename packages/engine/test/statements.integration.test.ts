import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { registeredStatements } from "@besunny/sql/rows/statement";
import { differences } from "@besunny/sql/test/check-statement";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";

import { migrateEngine } from "../src/database/migrate";
import { startPostgres, type TestPostgres } from "./postgres";

const source = join(import.meta.dirname, "../src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
);

let postgres: TestPostgres;
let client: Client;

beforeAll(async () => {
  postgres = await startPostgres();
  const { ownerUrl } = await postgres.database();
  await migrateEngine({ connectionString: ownerUrl });
  client = new Client({ connectionString: ownerUrl, options: "-c search_path=engine" });
  await client.connect();
  for (const file of files) await import(join(source, file));
}, 120_000);
afterAll(async () => {
  await client?.end();
  await postgres?.stop();
});

it("declares for each statement the columns, types and nulls that PostgreSQL says it returns", async () => {
  const statements = registeredStatements();
  expect(statements.length).toBeGreaterThan(80);
  const found: string[] = [];
  for (const one of statements) found.push(...(await differences(client, one)));
  expect(found).toEqual([]);
});

it("notices a wrong name, a wrong type, a forgotten null, a missing column and SQL that does not parse", async () => {
  const text = { types: ["text"], isNullable: false, isAssured: false, read: String };
  const ask = (sql: string, shape: Record<string, typeof text>) =>
    differences(client, { text: sql, shape });

  expect(await ask("select id from run", { id: text })).toEqual([]);
  expect(await ask("select id as key from run", { id: text })).toEqual([
    expect.stringContaining('"key" is returned and not declared'),
    expect.stringContaining('"id" is declared and not returned'),
  ]);
  expect(await ask("select attempt as id from run", { id: text })).toEqual([
    expect.stringContaining('"id" is integer, declared text'),
  ]);
  expect(await ask("select tenant as id from run", { id: text })).toEqual([
    expect.stringContaining('"id" may be null'),
  ]);
  expect(await ask("select nothing from run", { id: text })).toEqual([
    expect.stringContaining('column "nothing" does not exist'),
  ]);
});

it("reads rows through declared statements alone", () => {
  const undeclared = files.filter((file) =>
    /\.query<|\bclient\.query\(\s*["'`]select/.test(readFileSync(join(source, file), "utf8")),
  );
  expect(undeclared).toEqual([]);
});
