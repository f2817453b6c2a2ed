import { deleteDocuments } from "@besunny/core/documents/delete-documents";
import { trashDocuments } from "@besunny/core/documents/trash-documents";
import { relayOutbox } from "@besunny/core/platform/relay-outbox";
import type { ScheduleName } from "@besunny/core/schedules/contract";
import { listScheduleRuns } from "@besunny/core/schedules/list-schedule-runs";
import { startSchedule } from "@besunny/core/schedules/start-schedule";
import { aJobAcross, aPlatformContext } from "@besunny/core/test/contexts";
import { aModel, anUnderstanding, uploadText, wordVectors } from "@besunny/core/test/documents";
import { aHouseOfItsOwn } from "@besunny/core/test/engine";
import { silentLog } from "@besunny/core/test/tools";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { callersOf } from "../test/callers";
import { createJobs, type Jobs } from "./jobs";

const DAY_MS = 86_400_000;
const tools = {
  reader: { read: async () => aModel("The rent is due on Monday.") },
  ai: { ...wordVectors, understand: async () => anUnderstanding() },
  index: {
    replaceDocument: async () => undefined,
    removeDocument: async () => undefined,
    describe: async () => [],
    listDocumentIds: async () => [],
  },
};

let house: Awaited<ReturnType<typeof aHouseOfItsOwn>>;
let owner: Awaited<ReturnType<typeof house.anOwner>>;
let jobs: Jobs;
let isIndexDown = false;

beforeAll(async () => {
  house = await aHouseOfItsOwn();
  const { runs, engine } = house;
  owner = await house.anOwner({ ...tools, engineRuns: runs });
  const upkeep = house.upkeep({
    runs,
    files: owner.files,
    incoming: { count: async () => 0, removeAbandoned: async () => 0 },
    index: {
      stats: async () => ({
        passages: 0,
        documents: 0,
        outdated: 0,
        adapter: "sqlite",
        model: "words",
      }),
      listWorkspaceIds: async () => {
        if (isIndexDown) throw new Error("The index does not answer");
        return [];
      },
    },
  });
  jobs = createJobs({
    embedded: engine.fetch,
    callers: callersOf(owner, upkeep),
    log: silentLog,
  });
  await engine.start(jobs.handler);
});
afterAll(() => house.close());

const relay = () => relayOutbox(aJobAcross({ db: house.db }, "relay-outbox"), { send: jobs.send });

async function until<Value>(what: string, ask: () => Promise<Value | null | undefined | false>) {
  for (let turn = 0; turn < 400; turn++) {
    const value = await ask();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Waited in vain for ${what}`);
}

const ended = (functionId: string, count: number) =>
  until(`${count} runs of ${functionId}`, async () => {
    await relay();
    const { items } = await house.runs.listRuns({ limit: 50, functionId });
    const over = items.filter(({ state }) => state === "completed");
    return over.length >= count && over;
  });

async function runNow(name: ScheduleName) {
  const admin = aPlatformContext({ db: house.db });
  const { id } = await startSchedule(admin, { name });
  await relay();
  return until(`${name} to end`, async () => {
    const [run] = await listScheduleRuns(admin, { name });
    if (run?.id !== id || !run.finishedAt || !run.engineRunId) return null;
    const detail = await house.runs.getRun(run.engineRunId);
    return detail?.finishedAt && run;
  });
}

describe("run-schedule", () => {
  test.each([
    "empty-trash",
    "reconcile-index",
    "remove-leftover-uploads",
    "remove-old-runs",
  ] as const)("does the work of %s, and its run can be looked at", async (name) => {
    const run = await runNow(name);

    expect(run).toMatchObject({ state: "succeeded", result: expect.any(String) });
    const detail = await house.runs.getRun(run.engineRunId ?? "");
    expect(detail?.functionId).toBe("besunny-run-schedule");
    expect(detail?.steps.map((step) => step.name)).toEqual(["look", "part-1", "end"]);
  });

  test("tells why it failed, when its tries are used up, and can be run again", async () => {
    isIndexDown = true;
    const failed = await runNow("reconcile-index");
    isIndexDown = false;

    expect(failed).toMatchObject({ state: "failed", result: "The index does not answer" });
    expect(await runNow("reconcile-index")).toMatchObject({ state: "succeeded" });
  });
});

describe("what is kept of runs", () => {
  test("after a document is deleted the engine knows nothing of it but the run that did it", async () => {
    const { document } = await uploadText(owner, "The rent is due on Monday.");
    await ended("besunny-process-document", 1);
    await trashDocuments(owner, { ids: [document.id] });
    await ended("besunny-sync-index-range", 1);
    expect((await house.rowsWith(document.id)).length).toBeGreaterThan(1);

    await deleteDocuments(owner, { ids: [document.id] });
    const [run] = await ended("besunny-remove-leftovers", 1);

    const isOfTheRun = (row: string) =>
      [run?.id, run?.eventId].some((id) => id !== undefined && row.includes(id));
    await until("all others to be forgotten", async () =>
      (await house.rowsWith(document.id)).every(isOfTheRun),
    );
    // The run that removed it names a set of documents.
    expect(
      await house.runs.listRuns({ limit: 50, eventMatch: { documentId: document.id } }),
    ).toMatchObject({ items: [] });
  });

  test("old runs go, and nothing that still waits or that is young", async () => {
    const run = await runNow("empty-trash");
    const old = new Date(Date.now() - 31 * DAY_MS).toISOString();
    const { items } = await house.runs.listRuns({ limit: 50, functionId: "besunny-run-schedule" });
    const [young, aged, waiting] = items;
    if (!young || !aged || !waiting) throw new Error("There are too few runs");
    await house.sql(`
      update engine.event set received_at = '${old}' where id in ('${aged.eventId}', '${waiting.eventId}');
      update engine.run set created_at = '${old}', finished_at = '${old}' where id = '${aged.id}';
      update engine.run set created_at = '${old}', finished_at = null, state = 'sleeping' where id = '${waiting.id}'`);

    const removed = await runNow("remove-old-runs");

    expect(removed.result).toMatch(/^Removed 1 run, /);
    expect(await house.runs.getRun(aged.id)).toBeNull();
    expect(await house.runs.getRun(waiting.id)).toMatchObject({ id: waiting.id });
    expect(await house.runs.getRun(young.id)).toMatchObject({ id: run.engineRunId });
    expect((await house.runs.getRun(waiting.id))?.events).toHaveLength(1);
  });
});
