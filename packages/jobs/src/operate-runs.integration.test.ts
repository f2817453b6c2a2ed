import { getDocument } from "@besunny/core/documents/get-document";
import { getBulkAction } from "@besunny/core/platform/bulk-actions/get-bulk-action";
import { startBulkAction } from "@besunny/core/platform/bulk-actions/start-bulk-action";
import { relayOutbox } from "@besunny/core/platform/relay-outbox";
import { getRun } from "@besunny/core/platform/runs/get-run";
import { listRuns } from "@besunny/core/platform/runs/list-runs";
import { actingIn, aJobAcross, aPlatformContext } from "@besunny/core/test/contexts";
import { aModel, anUnderstanding, uploadText, wordVectors } from "@besunny/core/test/documents";
import { aHouseOfItsOwn } from "@besunny/core/test/engine";
import { until } from "@besunny/core/test/runs";
import { silentLog } from "@besunny/core/test/tools";
import { afterAll, beforeAll, expect, test } from "vitest";

import { callersOf } from "../test/callers";
import { createJobs, type Jobs } from "./jobs";

let house: Awaited<ReturnType<typeof aHouseOfItsOwn>>;
let owner: Awaited<ReturnType<typeof house.anOwner>>;
let admin: ReturnType<typeof aPlatformContext>;
let jobs: Jobs;
let isBroken = true;
let readings = 0;

/** Fails for good, as a reader does that cannot make sense of a file. */
class Unreadable extends Error {
  override readonly name = "ReadingError";
  readonly code = "CORRUPT";
  readonly remedy = "Save it again.";
}

beforeAll(async () => {
  house = await aHouseOfItsOwn();
  owner = await house.anOwner({
    reader: {
      read: async () => {
        readings += 1;
        if (isBroken) throw new Unreadable("“Lease of Ada.txt” is broken");
        return aModel("The rent is due on Monday.");
      },
    },
    ai: { ...wordVectors, understand: async () => anUnderstanding() },
    index: { replaceDocument: async () => undefined },
  });
  const inWorkspace = actingIn(owner, { kind: "platformAdmin", id: "usr_admin" });
  admin = aPlatformContext({ db: house.db, runs: house.runs, inWorkspace });
  jobs = createJobs({
    embedded: house.engine.fetch,
    callers: callersOf(owner, admin),
    log: silentLog,
  });
  await house.engine.start(jobs.handler);
});
afterAll(() => house.close());

const relay = () => relayOutbox(aJobAcross({ db: house.db }, "relay-outbox"), { send: jobs.send });

test("a document that failed is a failed run, and its retry by an admin makes it ready", async () => {
  const { document } = await uploadText(owner, "The rent", { fileName: "Lease of Ada.txt" });
  await relay();
  const failed = await until("the run to fail", async () => {
    return (await listRuns(admin, { states: ["failed"] })).items[0];
  });
  expect((await getDocument(owner, { id: document.id })).status).toBe("failed");
  const run = await getRun(admin, { runId: failed.id });
  expect(run).toMatchObject({
    functionId: "besunny-process-document",
    document: { documentId: document.id },
    steps: [{ name: "start" }, { name: "read", state: "failed" }],
  });
  expect(run.error?.message).toContain("CORRUPT");
  expect(JSON.stringify(run)).not.toContain("Ada");

  isBroken = false;
  const { id } = await startBulkAction(admin, { kind: "retry", filter: { states: ["failed"] } });
  await relay();
  await until("the bulk action to be finished", async () => {
    return (await getBulkAction(admin, { id })).state === "finished";
  });
  await until("the document to be ready", async () => {
    return (await getDocument(owner, { id: document.id })).status === "ready";
  });

  expect(await getBulkAction(admin, { id })).toMatchObject({ total: 1, done: 1, left: [] });
  await until("the run to be completed", async () => {
    return (await getRun(admin, { runId: failed.id })).state === "completed";
  });
  expect(readings).toBe(2);
});

test("a bulk action that cannot go on ends as failed, and says so in the audit log", async () => {
  const { items } = await listRuns(admin, {});
  const runIds = items.map(({ id }) => id);
  const { id } = await startBulkAction(admin, { kind: "replay", runIds });
  await house.sql("alter table bulk_operation_runs rename to away");
  await relay();
  await until("the bulk action to fail", async () => {
    const action = await admin.db.platform.operations.find(id);
    return action?.state === "failed";
  });
  await house.sql("alter table away rename to bulk_operation_runs");

  const ends = { operation: "platform.end-bulk-action", subject: id };
  const rows = await admin.db.platform.audit.list(ends, { limit: 2 });
  expect(rows.items).toMatchObject([
    {
      actorKind: "job",
      actorId: "operate-runs",
      door: "job",
      input: { id, state: "failed" },
      changes: [{ subject: id, after: { state: "failed", done: 0 } }],
      outcome: "ok",
    },
  ]);
});
