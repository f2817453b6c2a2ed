import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { freshDatabase, queryOnce, rolePasswords } from "../../test/fresh-database";
import { migrate } from "./migrate";

const shipped = join(import.meta.dirname, "../../prisma/migrations");
let database: Awaited<ReturnType<typeof freshDatabase>>;
let directory: string;

beforeEach(async () => {
  database = await freshDatabase({ template: "template0" });
  directory = mkdtempSync(join(tmpdir(), "besunny-migrations-"));
});

afterEach(async () => {
  await database.drop();
  rmSync(directory, { recursive: true });
});

/** Makes the database as it was before a migration. `apply` runs that migration and all later ones. */
async function before(migration: string) {
  const all = readdirSync(shipped).toSorted();
  expect(all).toContain(migration);
  for (const name of all)
    if (name < migration) cpSync(join(shipped, name), join(directory, name), { recursive: true });
  const run = (migrationsDirectory: string) =>
    migrate({ ownerUrl: database.ownerUrl, migrationsDirectory, passwords: rolePasswords() });
  await run(directory);
  return { apply: () => run(shipped) };
}

const sql = (text: string) => queryOnce(database.superuserUrl, text);

test("attachments that stayed behind are seen again by those alone who see their file", async () => {
  const { apply } = await before("20261128011000_attachments_are_seen_with_their_file");
  await sql(`insert into workspaces (id, name) values ('ws_1', 'One')`);
  await sql(
    `insert into projects (id, workspace_id, name, is_restricted) values ('prj_1', 'ws_1', 'Secret', true)`,
  );
  const document = (id: string, parent: string, access: string) =>
    sql(`insert into documents (id, workspace_id, title, file_name, media_type, size, content_hash, storage_key, parent_id, access)
         values ('${id}', 'ws_1', 'T', 'f', 'm', 1, '${id}', 'k', ${parent}, '${access}')`);
  await document("doc_mail", "null", "{all,prj_1}");
  await document("doc_zip", "'doc_mail'", "{all,ws}");
  await document("doc_inner", "'doc_zip'", "{all,ws}");
  await document("doc_other", "null", "{all,ws}");
  await sql(
    `insert into document_projects (document_id, project_id, workspace_id) values ('doc_mail', 'prj_1', 'ws_1')`,
  );

  await apply();

  expect(await sql("select id, access from documents order by id")).toEqual([
    { id: "doc_inner", access: ["all", "prj_1"] },
    { id: "doc_mail", access: ["all", "prj_1"] },
    { id: "doc_other", access: ["all", "ws"] },
    { id: "doc_zip", access: ["all", "prj_1"] },
  ]);
  expect(await sql("select document_id from document_projects order by 1")).toHaveLength(3);
  const told = await sql("select data ->> 'documentId' as id from outbox order by 1");
  expect(told).toEqual([{ id: "doc_inner" }, { id: "doc_zip" }]);
  expect(
    await sql("select relname from pg_class where relname = 'documents' and relforcerowsecurity"),
  ).toHaveLength(1);
});

test("the facts of the newest result of each document become rows", async () => {
  const { apply } = await before("20261201030000_document_facts");
  await sql(`insert into workspaces (id, name) values ('ws_1', 'One')`);
  await sql(`insert into documents (id, workspace_id, title, file_name, media_type, size, content_hash, storage_key, access)
             values ('doc_1', 'ws_1', 'T', 'f', 'm', 1, 'h', 'k', '{all}')`);
  const result = (id: string, day: number, facts: unknown[]) =>
    sql(`insert into classification_results (id, workspace_id, document_id, version, release, producer, model, candidates, statements, duration_ms, created_at)
         values ('${id}', 'ws_1', 'doc_1', 1, '1', 'local', 'm', '[]', '${JSON.stringify({ facts })}', 1, '2026-01-0${day}')`);
  await result("res_1", 1, [{ name: "total", value: "old" }]);
  await result("res_2", 2, [
    { name: "total", value: "EUR 12.50", normalised: "EUR 12.50", confidence: 0.9, evidence: [] },
    { name: "due date", value: "May", confidence: 0.5, problems: ["ambiguous-date"] },
  ]);

  await apply();

  expect(
    await sql(
      "select name, text, number, currency, confidence, problems from document_facts order by position",
    ),
  ).toEqual([
    {
      name: "total",
      text: "EUR 12.50",
      number: 12.5,
      currency: "EUR",
      confidence: 0.9,
      problems: [],
    },
    {
      name: "due date",
      text: "May",
      number: null,
      currency: null,
      confidence: 0.5,
      problems: ["ambiguous-date"],
    },
  ]);
});
