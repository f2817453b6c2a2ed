import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";

import { freshDatabase, queryOnce } from "../test/fresh-database";
import { fillWorkspace } from "../test/workspace-rows";
import { type Change, createChanges } from "./changes";
import { createDatabase } from "./database";

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let database: ReturnType<typeof createDatabase>;
let workspaceId: string;
const opened: ReturnType<typeof createChanges>[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  database = createDatabase({
    app: fresh.appUrl,
    identity: fresh.identityUrl,
    platform: fresh.platformUrl,
  });
  workspaceId = await fillWorkspace(fresh.superuserUrl);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const soon = { timeout: 15_000, interval: 20 };

async function listening() {
  const changes = createChanges(fresh.appUrl);
  opened.push(changes);
  const heard: Change[] = [];
  const stop = changes.onChange(workspaceId, (change) => void heard.push(change));
  // `createChanges` calls a listener once when it has connected.
  await vi.waitFor(() => expect(heard).toEqual([missed()]), soon);
  heard.splice(0);
  return { changes, heard, stop };
}

const missed = (): Change => ({ workspaceId, documents: [], lostBy: [] });
const changeOf = (id: string, seq: number): Change => ({
  workspaceId,
  documents: [{ id, seq }],
  lostBy: [],
});
const documentId = () => workspaceId.replace("ws_", "doc_");
const rename = (title: string, fails = false) =>
  database.write({ workspaceId, principals: ["all"] }, async ({ documents }) => {
    const { seq } = await documents.update(documentId(), { title });
    if (fails) throw new Error("rolled back");
    return seq;
  });

test("it tells of a document once its change is committed, and of none that was not", async () => {
  const { heard } = await listening();

  await expect(rename("Never", true)).rejects.toThrow("rolled back");
  const seq = await rename("Lease 2026");

  await vi.waitFor(() => expect(heard).toEqual([changeOf(documentId(), seq)]), soon);
});

test("it tells of many documents in few notifications, once for each principal that lost them", async () => {
  const { heard } = await listening();
  const suffix = workspaceId.replace("ws_", "");
  const ids = Array.from({ length: 200 }, (_, n) => `doc_many_${suffix}_${n}`);
  await queryOnce(
    fresh.superuserUrl,
    `insert into documents (id, workspace_id, title, file_name, media_type, size, content_hash, storage_key, access)
     select id, $2, id, 'a', 'text/plain', 1, id, 'uploads/x', '{all,prj_a,prj_b}' from unnest($1::text[]) id`,
    [ids, workspaceId],
  );

  const range = await database.write({ workspaceId, principals: ["all"] }, ({ filing }) =>
    filing.writeAccess({ documentIds: ids }),
  );

  await vi.waitFor(() => expect(heard).toHaveLength(6), soon);
  for (const principal of ["prj_a", "prj_b"]) {
    const documents = heard
      .filter(({ lostBy }) => lostBy.includes(principal))
      .flatMap((change) => change.documents);
    const seqs = documents.map(({ seq }) => seq);
    expect(documents.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(range).toEqual({ fromSeq: Math.min(...seqs), toSeq: Math.max(...seqs) });
  }
});

test("it tells nobody of another workspace, nor who has stopped listening", async () => {
  const { changes, heard, stop } = await listening();
  const others: Change[] = [];
  changes.onChange("ws_other", (change) => void others.push(change));

  await rename("First");
  await vi.waitFor(() => expect(heard).toHaveLength(1), soon);
  stop();
  const later: Change[] = [];
  changes.onChange(workspaceId, (change) => void later.push(change));
  await rename("Second");
  await vi.waitFor(() => expect(later).toHaveLength(1), soon);

  expect(heard).toHaveLength(1);
  expect(others).toEqual([]);
});

test("it wakes the relay when a command has put events out", async () => {
  const { changes } = await listening();
  let woken = 0;
  changes.onOutbox(() => {
    woken += 1;
  });

  await database.write({ workspaceId, principals: ["all"] }, ({ outbox }) =>
    outbox.add([{ name: "test/event", data: {} }]),
  );

  await vi.waitFor(() => expect(woken).toBe(1), soon);
});

test("it connects again after its connection was cut, and tells its listeners to look for themselves", async () => {
  const { heard } = await listening();

  await queryOnce(
    fresh.superuserUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'besunny changes' and datname = current_database()`,
  );

  await vi.waitFor(() => expect(heard).toEqual([missed()]), soon);
  const seq = await rename("After the cut");
  await vi.waitFor(() => expect(heard.at(-1)).toEqual(changeOf(documentId(), seq)), soon);
});

test("it tells a person's streams of everything that ends or changes their rights", async () => {
  const { changes } = await listening();
  const suffix = workspaceId.replace("ws_", "");
  const userId = `usr_rights_${suffix}`;
  const sql = (text: string) => queryOnce(fresh.superuserUrl, text);
  await sql(
    `insert into users (id, email, name) values ('${userId}', '${userId}@example.test', 'R')`,
  );
  await sql(
    `insert into memberships (workspace_id, user_id, role) values ('${workspaceId}', '${userId}', 'member')`,
  );
  await sql(
    `insert into sessions (id, user_id, app, expires_at) values ('ses_r${suffix}', '${userId}', 'web', now() + interval '1 day')`,
  );
  await sql(
    `insert into api_keys (id, workspace_id, user_id, name, prefix, key_hash) values ('key_r${suffix}', '${workspaceId}', '${userId}', 'k', 'bsk_', 'r${suffix}')`,
  );
  await sql(
    `insert into projects (id, workspace_id, name) values ('prj_r${suffix}', '${workspaceId}', 'R')`,
  );
  let heard = 0;
  let others = 0;
  changes.onRights(userId, () => void heard++);
  changes.onRights("usr_other", () => void others++);

  const deeds = [
    `update sessions set revoked_at = now() where user_id = '${userId}'`,
    `update api_keys set revoked_at = now() where user_id = '${userId}'`,
    `insert into project_members (project_id, user_id, workspace_id, role) values ('prj_r${suffix}', '${userId}', '${workspaceId}', 'reader')`,
    `update project_members set role = 'lead' where user_id = '${userId}'`,
    `delete from project_members where user_id = '${userId}'`,
    `update memberships set role = 'viewer' where user_id = '${userId}'`,
    `update users set is_platform_admin = true where id = '${userId}'`,
    `delete from memberships where user_id = '${userId}'`,
  ];
  for (const [position, deed] of deeds.entries()) {
    await sql(deed);
    await vi.waitFor(() => expect(heard).toBe(position + 1), soon);
  }
  await sql(`update sessions set last_seen_at = now() where user_id = '${userId}'`);
  await sql(`update api_keys set last_used_at = now() where user_id = '${userId}'`);
  await sql(`update users set is_platform_admin = false where id = '${userId}'`);
  await vi.waitFor(() => expect(heard).toBe(deeds.length + 1), soon);
  expect(others).toBe(0);
});
