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
  // It calls its listeners once when it is connected.
  await vi.waitFor(() => expect(heard).toEqual([{ workspaceId, documentId: "", seq: 0 }]), soon);
  heard.splice(0);
  return { changes, heard, stop };
}

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

  await vi.waitFor(
    () => expect(heard).toEqual([{ workspaceId, documentId: documentId(), seq }]),
    soon,
  );
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

  await vi.waitFor(() => expect(heard).toEqual([{ workspaceId, documentId: "", seq: 0 }]), soon);
  const seq = await rename("After the cut");
  await vi.waitFor(
    () => expect(heard.at(-1)).toEqual({ workspaceId, documentId: documentId(), seq }),
    soon,
  );
});
