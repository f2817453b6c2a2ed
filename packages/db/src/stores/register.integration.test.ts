import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, queryOnce } from "../../test/fresh-database";
import { stores } from "./register";

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let columns: Map<string, { name: string; type: string; isNullable: boolean }[]>;
beforeAll(async () => {
  fresh = await freshDatabase();
  const rows = await queryOnce<{ table: string; name: string; type: string; isNullable: boolean }>(
    fresh.superuserUrl,
    `select c.table_name as table, c.column_name as name, c.udt_name as type, c.is_nullable = 'YES' as "isNullable"
       from information_schema.columns c join pg_tables t on t.tablename = c.table_name and t.schemaname = 'public'
      where c.table_schema = 'public' and c.table_name not like '\\_%' order by 1, 2`,
  );
  columns = Map.groupBy(rows, ({ table }) => table);
});
afterAll(() => fresh.drop());

/** Names of columns that hold the id of a person. */
const ofPerson =
  /^((user|owner|author|actor|asked_by|made_by|undone_by|decided_by|started_by|changed_by|created_by|uploaded_by|invited_by|confirmed_by|by)_id|recipient_ids|mentioned_ids|kept_for|access|grantees|(created|confirmed|changed|corrected|removed)_by)$/;
const ofDocuments = /^(opened_)?(other_)?document_ids?$/;

describe("the register of stores", () => {
  test("names every table of the database, and no other", () => {
    expect([...stores.keys()].sort()).toEqual([...columns.keys()].sort());
  });

  test("names columns that are there", () => {
    for (const [table, { documents, people, secrets }] of stores)
      for (const column of [...Object.keys(documents), ...Object.keys(people), ...secrets])
        expect(
          columns.get(table)?.map(({ name }) => name),
          `${table}.${column}`,
        ).toContain(column);
  });

  test("misses no column that names a person or a document, and no secret", () => {
    const missed = [...columns].flatMap(([table, each]) =>
      each
        .map(({ name }) => name)
        .filter((name) => {
          const store = stores.get(table);
          const isPerson = ofPerson.test(name) && !(name in (store?.people ?? {}));
          const isDocument = ofDocuments.test(name) && !(name in (store?.documents ?? {}));
          const isSecret =
            /(token|password|key|state|secret|hook)_hash$|^sealed_/.test(name) &&
            !store?.secrets.includes(name);
          return isPerson || isDocument || isSecret;
        })
        .map((name) => `${table}.${name}`),
    );
    expect(missed).toEqual([]);
  });

  test("empties only columns that may be empty, and takes ids only out of lists", () => {
    for (const [table, { documents, people }] of stores)
      for (const [column, erase] of [
        ...Object.entries(documents),
        ...Object.entries(people).map(([name, each]) => [name, each.erase] as const),
      ]) {
        const found = columns.get(table)?.find(({ name }) => name === column);
        if (erase === "takeOut")
          expect([table, column, found?.type]).toEqual([table, column, "_text"]);
        if (erase === "clear" && found?.type !== "_text")
          expect([table, column, found?.isNullable]).toEqual([table, column, true]);
      }
  });

  test("keeps a workspace's rows by a column, or says why they stay", () => {
    for (const [table, { workspace }] of stores) {
      const hasWorkspace = columns.get(table)?.some(({ name }) => name === "workspace_id");
      if (hasWorkspace || table === "workspaces") continue;
      expect([table, typeof workspace.erase, typeof workspace.export]).toEqual([
        table,
        "object",
        "object",
      ]);
    }
  });
});
