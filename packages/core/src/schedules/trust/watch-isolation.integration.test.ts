import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalFiles } from "@besunny/connectors/files/local-files";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { actingIn } from "../../../test/contexts";
import { anIndex, wordVectors } from "../../../test/documents";
import { aHouseOfItsOwn } from "../../../test/engine";
import { callerOf } from "../../operation/caller-of";
import { listIsolationChecks } from "../../platform/isolation/list-isolation-checks";
import { canaries } from "../../processing/isolation/contract";
import { watchIsolation } from "./watch-isolation";

const [one, two] = canaries;
const job = { kind: "job", name: "run-schedule" } as const;

let house: Awaited<ReturnType<typeof aHouseOfItsOwn>>;
let made: Awaited<ReturnType<typeof anIndex>>;
let folder: string;
beforeAll(async () => {
  house = await aHouseOfItsOwn();
  made = await anIndex();
  folder = await mkdtemp(join(tmpdir(), "besunny-canaries-"));
});
afterAll(async () => {
  await house.close();
  await made.close();
  await rm(folder, { recursive: true, force: true });
});

const sent = vi.fn(async (_message: { to: string; text: string }) => true);
const errors = vi.fn();
beforeEach(() => {
  sent.mockClear();
  errors.mockClear();
});

/** The context of the schedule, with stores that all of its workspaces share, as in an installation. */
async function anUpkeep() {
  const files = createLocalFiles({ directory: folder });
  const base = await house.anOwner({ index: made.index, files, ai: wordVectors });
  const log = { info: () => undefined, warn: () => undefined, error: errors };
  const mail = { send: sent, verify: async () => undefined, isConfigured: true };
  return house.upkeep({
    index: made.index,
    files,
    log,
    mail,
    inWorkspace: actingIn(base, job),
    asPerson: (workspaceId, actor) => callerOf({ ...base, workspaceId, actor }),
  });
}

const lastCheck = async (ctx: Awaited<ReturnType<typeof anUpkeep>>) => {
  const admin = { ...ctx, actor: { kind: "platformAdmin" as const, id: "usr_admin" } };
  return (await listIsolationChecks(admin, {})).items[0];
};

test("each mark is found by its own workspace in every store, and by no other; it may run twice", async () => {
  const ctx = await anUpkeep();
  await watchIsolation.work(ctx, null);
  const { next, counts } = await watchIsolation.work(ctx, null);

  expect({ next, counts }).toEqual({ next: null, counts: { stores: 6, leaks: 0, blind: 0 } });
  const check = await lastCheck(ctx);
  expect(check).toMatchObject({ state: "tight" });
  for (const { store, own, others } of check?.stores ?? [])
    expect([store, own > 0, others]).toEqual([store, true, 0]);
  expect(sent).not.toHaveBeenCalled();
  expect(errors).not.toHaveBeenCalled();
});

test("no figure, count or list of the platform holds them", async () => {
  await watchIsolation.work(await anUpkeep(), null);
  const ids = canaries.map(({ id }) => `'${id}'`).join(", ");
  const tables = await house.sql<{ name: string; col: string }>(
    `select t.tablename as name, case when t.tablename = 'workspaces' then 'id' else 'workspace_id' end as col
       from pg_tables t where t.schemaname = 'public' and (t.tablename = 'workspaces' or exists (
         select 1 from information_schema.columns c where c.table_name = t.tablename and c.column_name = 'workspace_id'))`,
  );
  let held = 0;
  for (const { name, col } of tables) {
    const where = `from "${name}" where ${col} in (${ids})`;
    const [all] = await house.sql<{ n: number }>(`select count(*)::int as n ${where}`);
    held += all?.n ?? 0;
    const mayLook = await house.sql<{ may: boolean }>(
      `select has_column_privilege('besunny_platform', '"${name}"', '${col}', 'select') as may`,
    );
    if (!mayLook[0]?.may) continue;
    const [seen] = await house.asPlatform<{ n: number }>(`select count(*)::int as n ${where}`);
    expect([name, seen?.n]).toEqual([name, 0]);
  }
  expect(held).toBeGreaterThan(10);
});

test("a row that lies on the wrong side turns it red, names the table, and every admin is told", async () => {
  const ctx = await anUpkeep();
  await watchIsolation.work(ctx, null);
  await house.sql(
    `insert into users (id, email, name, is_platform_admin) values ('usr_admin', 'admin@example.test', 'Ann', true) on conflict do nothing`,
  );
  await house.sql(
    `insert into tags (id, workspace_id, name) values ('tag_leaked', '${two.id}', '${one.mark}')`,
  );
  const { counts } = await watchIsolation.work(ctx, null);

  expect(counts).toMatchObject({ leaks: 1 });
  const check = await lastCheck(ctx);
  expect(check).toMatchObject({ state: "leaking" });
  expect(check?.stores.find(({ others }) => others > 0)).toMatchObject({
    store: "rows",
    others: 1,
    where: "tags",
  });
  expect(sent).toHaveBeenCalledWith(
    expect.objectContaining({ to: "admin@example.test", text: expect.stringContaining("tags") }),
  );
  expect(errors).toHaveBeenCalledTimes(1);
  await house.sql("delete from tags where id = 'tag_leaked'");
});

test("a passage of the neighbour in the index turns it red", async () => {
  const ctx = await anUpkeep();
  await watchIsolation.work(ctx, null);
  const [vector = new Float32Array()] = await wordVectors.embed([one.mark]);
  await made.index.replaceDocument(two.id, one.documentId, [
    {
      documentId: one.documentId,
      number: 0,
      vector,
      text: one.mark,
      payload: {
        projectIds: [],
        access: ["all", "ws"],
        type: null,
        status: "ready",
        language: "en",
        createdAt: new Date().toISOString(),
        page: 1,
      },
    },
  ]);
  await watchIsolation.work(ctx, null);

  const check = await lastCheck(ctx);
  expect(check?.stores.filter(({ others }) => others > 0).map(({ store }) => store)).toContain(
    "index",
  );
  await made.index.removeDocument(two.id, one.documentId);
});

test("row-level security that is gone turns it red", async () => {
  const ctx = await anUpkeep();
  await house.sql("alter table passages disable row level security");
  await watchIsolation.work(ctx, null);
  await house.sql("alter table passages enable row level security");

  const check = await lastCheck(ctx);
  expect(check?.stores.find(({ store }) => store === "rows")).toMatchObject({
    where: "passages",
  });
});

test("a check that does not even find its own says that it proves nothing", async () => {
  const ctx = await anUpkeep();
  const index = {
    ...made.index,
    facets: async () => ({}),
    nearTerms: async () => [],
    listDocumentIds: async () => [],
  };
  await watchIsolation.work({ ...ctx, index }, null);

  expect(await lastCheck(ctx)).toMatchObject({ state: "blind" });
});
