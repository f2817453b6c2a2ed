import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { freshDatabase, queryOnce } from "../test/fresh-database";
import {
  fillWorkspace,
  leaks,
  readAs,
  unguardedTables,
  workspaceTables,
} from "../test/workspace-rows";
import { createDatabase } from "./database";

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let database: ReturnType<typeof createDatabase>;
let tables: string[];
let mine: string;
let theirs: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = createDatabase({
    app: fresh.appUrl,
    identity: fresh.identityUrl,
    platform: fresh.platformUrl,
  });
  tables = await workspaceTables(fresh.superuserUrl);
  mine = await fillWorkspace(fresh.superuserUrl);
  theirs = await fillWorkspace(fresh.superuserUrl);
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const asMine = (sql: string, more = "") => {
  const url = new URL(fresh.appUrl);
  url.searchParams.set("options", `-c app.workspace_id=${mine} ${more}`.trim());
  return queryOnce(url.toString(), sql);
};

describe("row-level security", () => {
  test("it is forced on every table that holds something of a workspace", async () => {
    expect(tables.length).toBeGreaterThanOrEqual(18);
    expect(await unguardedTables(fresh.superuserUrl)).toEqual([]);
  });

  test("it shows besunny_app its own rows of every table, and none of another workspace", async () => {
    for (const table of tables)
      expect([table, await readAs(fresh.appUrl, mine, table)]).toEqual([
        table,
        { count: 1, others: 0 },
      ]);
    expect(await leaks(fresh.appUrl, mine, tables)).toEqual([]);
  });

  test("it shows nothing to who names no workspace, or one that does not exist", async () => {
    for (const table of tables)
      for (const workspaceId of [null, "ws_unknown", "%"])
        expect([table, (await readAs(fresh.appUrl, workspaceId, table)).count]).toEqual([table, 0]);
  });

  test("it lets nobody write into another workspace, nor move a row there", async () => {
    const theirRows = () =>
      queryOnce(
        fresh.superuserUrl,
        `select name from projects where workspace_id = '${theirs}' order by id`,
      );
    const before = await theirRows();

    await expect(
      asMine(`insert into projects (id, workspace_id, name) values ('prj_x', '${theirs}', 'x')`),
    ).rejects.toThrow("row-level security");
    await expect(asMine(`update projects set workspace_id = '${theirs}'`)).rejects.toThrow(
      "row-level security",
    );
    await asMine(`update projects set name = 'taken' where workspace_id = '${theirs}'`);
    await asMine(`delete from projects where workspace_id = '${theirs}'`);

    expect(await theirRows()).toEqual(before);
  });

  test("it is switched off by no role of the application", async () => {
    for (const url of [fresh.appUrl, fresh.identityUrl, fresh.platformUrl])
      for (const sql of [
        "alter table documents disable row level security",
        "drop policy own_workspace on documents",
        "set role besunny_owner",
      ])
        await expect(queryOnce(url, sql)).rejects.toThrow(/must be owner|permission denied/);
  });

  test("it keeps password hashes from besunny_app and documents from besunny_identity", async () => {
    await expect(asMine("select password_hash from users")).rejects.toThrow("permission denied");
    await expect(asMine("select * from sessions")).rejects.toThrow("permission denied");
    for (const table of ["documents", "page_texts", "passages", "classification_results"])
      await expect(queryOnce(fresh.identityUrl, `select * from ${table}`)).rejects.toThrow(
        "permission denied",
      );
  });

  test("it keeps texts from besunny_platform, which changes no document and no event", async () => {
    for (const table of [
      "page_texts",
      "passages",
      "api_keys",
      "invitations",
      "password_resets",
      "idempotency_keys",
    ])
      await expect(queryOnce(fresh.platformUrl, `select * from ${table}`)).rejects.toThrow(
        "permission denied",
      );
    await expect(queryOnce(fresh.platformUrl, "update documents set title = 'x'")).rejects.toThrow(
      "permission denied",
    );
    await expect(
      queryOnce(fresh.platformUrl, "update users set is_platform_admin = true"),
    ).rejects.toThrow("permission denied");
    await expect(queryOnce(fresh.platformUrl, "update outbox set name = 'x'")).rejects.toThrow(
      "permission denied",
    );
  });
});

describe("the proof of it", () => {
  test.each([
    ["no longer forced", "alter table passages no force row level security", [], ["passages"]],
    ["switched off", "alter table passages disable row level security", ["passages"], ["passages"]],
    [
      "replaced by a policy that lets all through",
      `drop policy own_workspace on passages; create policy own_workspace on passages to besunny_app using (true)`,
      ["passages"],
      ["passages"],
    ],
    [
      "open to rows of others that are written",
      `drop policy own_workspace on passages; create policy own_workspace on passages to besunny_app
         using (workspace_id = current_setting('app.workspace_id', true)) with check (true)`,
      [],
      ["passages"],
    ],
    [
      "undone by another policy",
      "create policy also on passages to besunny_app using (true)",
      ["passages"],
      ["passages"],
    ],
    [
      "forgotten on a new table",
      "create table notes (workspace_id text); grant select on notes to besunny_app",
      [],
      ["notes"],
    ],
  ])("it turns red when row-level security is %s", async (_, sql, leaking, unguarded) => {
    const broken = await freshDatabase();
    try {
      const own = await fillWorkspace(broken.superuserUrl);
      await fillWorkspace(broken.superuserUrl);
      expect(await leaks(broken.appUrl, own, tables)).toEqual([]);

      await queryOnce(broken.ownerUrl, sql);

      expect(await leaks(broken.appUrl, own, tables)).toEqual(leaking);
      expect(await unguardedTables(broken.superuserUrl)).toEqual(unguarded);
    } finally {
      await broken.drop();
    }
  });

  test("it turns red when a policy is dropped: then not even one's own rows are seen", async () => {
    const broken = await freshDatabase();
    try {
      const own = await fillWorkspace(broken.superuserUrl);
      await queryOnce(broken.ownerUrl, "drop policy own_workspace on documents");

      expect(await readAs(broken.appUrl, own, "documents")).toEqual({ count: 0, others: 0 });
      expect(await unguardedTables(broken.superuserUrl)).toEqual(["documents"]);
    } finally {
      await broken.drop();
    }
  });
});

describe("a visit to the database", () => {
  test("it may not write when it reads", async () => {
    const scope = { workspaceId: mine, principals: ["all"] };

    await expect(
      database.read(scope, ({ workspaces }) => workspaces.rename("Written by a read")),
    ).rejects.toThrow("read-only transaction");
    expect((await database.read(scope, ({ workspaces }) => workspaces.current())).name).toBe(
      "Filled",
    );
  });

  test("it leaves its workspace behind when it ends, so that the next on the connection sees its own", async () => {
    const visit = (workspaceId: string) =>
      database.read({ workspaceId, principals: ["all"] }, async ({ workspaces, documents }) => {
        const [{ id }, page] = await Promise.all([
          workspaces.current(),
          documents.list({}, { limit: 10 }),
        ]);
        return [id, page.items.length];
      });

    const turns = Array.from({ length: 20 }, (_, n) => (n % 2 ? mine : theirs));
    expect(await Promise.all(turns.map(visit))).toEqual(
      turns.map((workspaceId) => [workspaceId, 1]),
    );
  });

  test("it leaves nothing of a write that fails", async () => {
    const scope = { workspaceId: mine, principals: ["all"] };

    await expect(
      database.write(scope, async ({ workspaces }) => {
        await workspaces.rename("Half done");
        throw new Error("failed");
      }),
    ).rejects.toThrow("failed");

    expect((await database.read(scope, ({ workspaces }) => workspaces.current())).name).toBe(
      "Filled",
    );
  });
});

describe("what is a fact", () => {
  test.each(["classification_results", "audit_entries"])(
    "it stays as it was written: %s refuses to change, for the owner too",
    async (table) => {
      const change = `update ${table} set workspace_id = workspace_id`;

      await expect(queryOnce(fresh.superuserUrl, change)).rejects.toThrow("do not change");
      await expect(asMine(change)).rejects.toThrow("permission denied");
      await expect(asMine(`delete from ${table}`)).rejects.toThrow("permission denied");
    },
  );

  test("it may be superseded or withdrawn if it is a label, and says what it said", async () => {
    await asMine("update labels set withdrawn_at = now()");
    for (const change of ["update labels set by_id = 'usr_x'", "delete from labels"])
      await expect(asMine(change)).rejects.toThrow("permission denied");
  });

  test("it goes with its document, though besunny_app may not remove it by itself", async () => {
    const scope = { workspaceId: theirs, principals: ["all"] };
    const id = theirs.replace("ws_", "doc_");

    await database.write(scope, ({ documents }) => documents.removeMany([id]));

    expect(
      await queryOnce(
        fresh.superuserUrl,
        `select id from classification_results where document_id = '${id}'`,
      ),
    ).toEqual([]);
  });

  test("it shows people who acted in the workspace and have left only to a statement that names actors", async () => {
    const actors = [
      ["usr_left", mine, "user"],
      ["usr_elsewhere", theirs, "user"],
      ["usr_operator", mine, "platformAdmin"],
    ];
    for (const [id, workspaceId, kind] of actors)
      await queryOnce(
        fresh.superuserUrl,
        `insert into users (id, email, name) values ('${id}', '${id}@example.test', 'Lea');
         insert into audit_entries (id, workspace_id, actor_kind, actor_id, operation, input)
           values ('aud_${id}', '${workspaceId}', '${kind}', '${id}', 'test', '{}')`,
      );
    const people = "select id from users where name = 'Lea'";
    const namingActors = "-c app.names_actors=on";

    expect(await asMine(people)).toEqual([]);
    expect(await asMine(people, namingActors)).toEqual([{ id: "usr_left" }]);
    await expect(asMine("select password_hash from users", namingActors)).rejects.toThrow(
      "permission denied",
    );
  });
});
