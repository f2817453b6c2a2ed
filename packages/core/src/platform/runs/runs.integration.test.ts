import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { actingIn, aPlatformContext, inBackground } from "../../../test/contexts";
import { aDocument, runOf } from "../../../test/documents";
import { runsAtWork, until } from "../../../test/runs";
import { getDocument } from "../../documents/get-document";
import { trashDocuments } from "../../documents/trash-documents";
import { retryDocuments } from "../../processing/retry-documents";
import { startRun } from "../../processing/runs/start-run";
import { failDocument } from "../../processing/stages/fail-document";
import { cancelRun } from "./cancel-run";
import { getRun } from "./get-run";
import { getRunMetrics } from "./get-run-metrics";
import { getRunSetting } from "./get-run-setting";
import { listFailures } from "./list-failures";
import { listRuns } from "./list-runs";
import { pauseFunction } from "./pause-function";
import { replayRun } from "./replay-run";
import { resumeFunction } from "./resume-function";
import { retryRun } from "./retry-run";

let work: Awaited<ReturnType<typeof runsAtWork>>;
/** The count of each step's calls, by its event. */
const counted = new Map<string, number>();
/** Steps that fail as long as they are in here. */
const broken = new Set<string>();

function step(name: string, result: unknown = null) {
  return [
    name,
    (data: Record<string, unknown>) => {
      const key = `${String(data.n ?? data.documentId)} ${name}`;
      counted.set(key, (counted.get(key) ?? 0) + 1);
      if (broken.has(name)) throw new Error(`No answer for ada@example.com at ${name}`);
      return result;
    },
  ] as const;
}

beforeAll(async () => {
  work = await runsAtWork([
    {
      id: "three",
      event: "test/three",
      steps: [
        step("one", { costMicro: 0.25, title: "Lease" }),
        step("two", { parts: [{ costMicro: 0.5 }, { costMicro: null }] }),
        step("three"),
      ],
    },
    { id: "slow", event: "test/slow", steps: [["sleep", () => null]] },
    { id: "read", event: "test/read", steps: [step("start"), step("read")] },
    { id: "operate-runs", event: "test/operate", steps: [step("page")] },
  ]);
});
afterAll(() => work.stop());
beforeEach(() => broken.clear());

const workspaceId = "ws_0199aa00bb11cc22dd33ee44ff550011";
let n = 0;

/** A run of `three` that has failed at its second step. */
async function aFailedRun(given: Record<string, unknown> = {}) {
  n += 1;
  broken.add("two");
  await work.send("test/three", { n, workspaceId, email: "ada@example.com", ...given });
  const own = n;
  const id = await until("the run to fail", async () => {
    const page = await work.runs.listRuns({ states: ["failed"], eventMatch: { n: own }, limit: 1 });
    return page.items[0]?.id;
  });
  return { id, n: own };
}

const completed = (id: string) =>
  until("the run to be completed", async () => (await work.runs.getRun(id))?.state === "completed");

describe("a run", () => {
  test("is shown with its steps, what it cost and why it failed, and with nothing of a person", async () => {
    const { id } = await aFailedRun();

    const run = await getRun(work.ctx, { runId: id });

    expect(run).toMatchObject({
      functionId: "besunny-three",
      tenant: workspaceId,
      state: "failed",
      isOver: true,
      costMicro: 0.25,
      costsUnknown: 0,
      error: { message: "No answer for (email) at two" },
      events: [{ data: { workspaceId, email: "text, 15 characters" } }],
      steps: [
        { name: "one", state: "done", output: { costMicro: 0.25, title: "text, 5 characters" } },
        { name: "two", state: "failed" },
      ],
    });
    expect(JSON.stringify(run)).not.toMatch(/ada@|Lease/);
  });

  test("says why it is not moving", async () => {
    await work.send("test/slow", { n: "sleeper", workspaceId });
    const { id } = await work.runIn("slow", "sleeping");

    expect((await getRun(work.ctx, { runId: id })).waitingFor).toMatch(/sleep/i);
  });

  test("goes on from the step that failed, and keeps what those before it gave", async () => {
    const run = await aFailedRun();
    broken.clear();

    await retryRun(work.ctx, { runId: run.id });
    await completed(run.id);

    expect(
      [1, 2, 3].map((_, at) => counted.get(`${run.n} ${["one", "two", "three"][at]}`)),
    ).toEqual([1, 2, 1]);
    expect(await getRun(work.ctx, { runId: run.id })).toMatchObject({
      costMicro: 0.75,
      costsUnknown: 1,
    });
  });

  test("goes on from a chosen step, and does again what came after", async () => {
    const run = await aFailedRun();
    broken.clear();
    const { steps } = await getRun(work.ctx, { runId: run.id });

    await retryRun(work.ctx, { runId: run.id, fromStep: steps[0]?.id });
    await completed(run.id);

    expect(counted.get(`${run.n} one`)).toBe(2);
    await expect(retryRun(work.ctx, { runId: run.id, fromStep: "nowhere" })).rejects.toMatchObject({
      code: "CONFLICT",
      message: "The run has no such step",
    });
  });

  test("is not retried when it ended well, and not replayed before its end", async () => {
    const run = await aFailedRun();
    broken.clear();
    await retryRun(work.ctx, { runId: run.id });
    await completed(run.id);
    await work.send("test/slow", { n: "another", workspaceId });
    const sleeping = await work.runIn("slow", "sleeping");

    await expect(retryRun(work.ctx, { runId: run.id })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(replayRun(work.ctx, { runId: sleeping.id })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(retryRun(work.ctx, { runId: "nobody" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("is replayed from the start as a new run, and the two name each other", async () => {
    const run = await aFailedRun();
    broken.clear();

    const { newRunId } = await replayRun(work.ctx, { runId: run.id });
    await completed(newRunId);

    expect(await getRun(work.ctx, { runId: newRunId })).toMatchObject({ replayOf: run.id });
    expect(await getRun(work.ctx, { runId: run.id })).toMatchObject({
      state: "failed",
      replays: [newRunId],
    });
    expect(counted.get(`${run.n} one`)).toBe(2);
  });

  test("is cancelled, once", async () => {
    await work.send("test/slow", { n: "to cancel", workspaceId });
    const run = await until("it to sleep", async () => {
      const page = await work.runs.listRuns({
        states: ["sleeping"],
        eventMatch: { n: "to cancel" },
        limit: 1,
      });
      return page.items[0];
    });

    await cancelRun(work.ctx, { runId: run.id });

    expect((await getRun(work.ctx, { runId: run.id })).state).toBe("cancelled");
    await expect(cancelRun(work.ctx, { runId: run.id })).rejects.toMatchObject({
      message: "The run is over already",
    });
  });

  test("that works on a bulk action is left alone", async () => {
    await work.send("test/operate", { n: "own" });
    const own = await work.runIn("operate-runs", "completed");

    for (const act of [retryRun, replayRun, cancelRun])
      await expect(act(work.ctx, { runId: own.id })).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await getRun(work.ctx, { runId: own.id })).isBulkAction).toBe(true);
  });
});

describe("runs", () => {
  test("are listed by what is asked for, page by page, each once", async () => {
    await aFailedRun();
    await aFailedRun();
    const filter = { states: ["failed" as const], functionId: "besunny-three", workspaceId };
    const first = await listRuns(work.ctx, { ...filter, limit: 1 });
    const second = await listRuns(work.ctx, { ...filter, limit: 1, cursor: first.nextCursor });

    expect(first.items).toHaveLength(1);
    expect(second.items).toHaveLength(1);
    expect(first.items[0]?.id).not.toBe(second.items[0]?.id);
    expect(first.items[0]?.error?.message).toBe("No answer for (email) at two");
    expect((await listRuns(work.ctx, { ...filter, workspaceId: "ws_other" })).items).toEqual([]);
    expect((await listRuns(work.ctx, { ...filter, from: new Date("2100-01-01") })).items).toEqual(
      [],
    );
  });

  test("are grouped by what they failed of", async () => {
    await aFailedRun();
    await aFailedRun();

    const [group] = await listFailures(work.ctx, { functionId: "besunny-three" });

    expect(group).toMatchObject({ error: { message: "No answer for (email) at two" } });
    expect(group?.count).toBeGreaterThanOrEqual(2);
    const { fingerprint } = group ?? {};
    expect((await listRuns(work.ctx, { fingerprint })).items.length).toBe(group?.count);
  });

  test("are counted, and a function is held back and let go, with an entry of who did it", async () => {
    const functionId = "besunny-three";
    await pauseFunction(work.ctx, { functionId });
    expect(await getRunMetrics(work.ctx, {})).toMatchObject({
      functions: expect.arrayContaining([expect.objectContaining({ functionId, isPaused: true })]),
    });
    await pauseFunction(work.ctx, { functionId });
    await resumeFunction(work.ctx, { functionId });

    const { keptBy, functions } = await getRunSetting(work.ctx, {});
    expect(keptBy).toBe("besunny");
    expect(functions.find(({ id }) => id === functionId)?.isPaused).toBe(false);
    const { items } = await work.ctx.db.platform.audit.list({}, { limit: 2 });
    expect(items).toMatchObject(
      ["platform.resume-function", "platform.pause-function"].map((operation) => ({
        operation,
        actorKind: "platformAdmin",
        actorId: "usr_admin",
        door: "admin",
        traceId: "test-trace",
        input: { functionId },
        outcome: "ok",
      })),
    );
    await expect(pauseFunction(work.ctx, { functionId: "besunny-nothing" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("are said to be with Inngest where they are", async () => {
    const elsewhere = aPlatformContext({ db: work.ctx.db, runs: null });

    expect((await getRunSetting(elsewhere, {})).keptBy).toBe("inngest");
    for (const ask of [
      () => listRuns(elsewhere, {}),
      () => getRunMetrics(elsewhere, {}),
      () => getRun(elsewhere, { runId: "x" }),
      () => listFailures(elsewhere, {}),
      () => cancelRun(elsewhere, { runId: "x" }),
    ])
      await expect(ask()).rejects.toMatchObject({
        code: "CONFLICT",
        message: "Runs are kept by Inngest",
      });
  });
});

describe("a run of a document", () => {
  /** A document whose run has failed, in the product and in the engine. */
  async function aFailedDocument() {
    const owner = await work.anOwner();
    const background = inBackground(owner);
    const { id } = await aDocument(owner);
    const run = await runOf(background, id);
    await startRun(background, run);
    broken.add("read");
    await work.send("test/read", { workspaceId: owner.workspaceId, ...run });
    const engineRun = await until("the run to fail", async () => {
      const eventMatch = { documentId: id };
      return (await work.runs.listRuns({ eventMatch, states: ["failed"], limit: 1 })).items[0];
    });
    await failDocument(background, { ...run, code: "INTERNAL", message: "No", remedy: "Again" });
    broken.clear();
    return { owner, id, run, engineRunId: engineRun.id };
  }

  test.each([
    ["retried", retryRun],
    ["replayed", replayRun],
  ])("opens the document again when it is %s", async (_, act) => {
    const { owner, id, run, engineRunId } = await aFailedDocument();

    await act(work.ctx, { runId: engineRunId });

    expect(await getDocument(owner, { id })).toMatchObject({ status: "processing", error: null });
    expect(await startRun(inBackground(owner), run)).toEqual({ isOpen: true });
  });

  test("is left when the document was begun again since, or is gone", async () => {
    const later = await aFailedDocument();
    await retryDocuments(later.owner, { ids: [later.id] });
    await expect(retryRun(work.ctx, { runId: later.engineRunId })).rejects.toMatchObject({
      message: "The document of this run was processed again since",
    });
    expect((await getDocument(later.owner, { id: later.id })).status).toBe("pending");

    const gone = await aFailedDocument();
    await trashDocuments(gone.owner, { ids: [gone.id] });
    await expect(replayRun(work.ctx, { runId: gone.engineRunId })).rejects.toMatchObject({
      message: "The document of this run was deleted",
    });
    expect((await work.runs.getRun(gone.engineRunId))?.replays).toEqual([]);
  });

  test("cancels the document when it is cancelled", async () => {
    const owner = await work.anOwner();
    const { id } = await aDocument(owner);
    const run = await runOf(owner, id);
    await work.send("test/slow", { workspaceId: owner.workspaceId, ...run });
    const engineRun = await until("it to sleep", async () => {
      const eventMatch = { documentId: id };
      return (await work.runs.listRuns({ eventMatch, states: ["sleeping"], limit: 1 })).items[0];
    });

    const inWorkspace = actingIn(owner, work.ctx.actor);

    await cancelRun({ ...work.ctx, inWorkspace }, { runId: engineRun.id });

    expect((await getDocument(owner, { id })).status).toBe("cancelled");
    expect((await work.runs.getRun(engineRun.id))?.state).toBe("cancelled");
    const ofPlatform = await work.ctx.db.platform.audit.list(
      { subject: engineRun.id },
      { limit: 2 },
    );
    expect(ofPlatform.items).toMatchObject([
      { operation: "platform.cancel-run", actorId: "usr_admin", outcome: "ok" },
    ]);
    const ofWorkspace = await owner.db.read(
      { workspaceId: owner.workspaceId, principals: ["all"] },
      ({ audit }) => audit.list({ subject: id }, { limit: 1 }),
    );
    expect(ofWorkspace.items).toMatchObject([
      {
        operation: "processing.cancel-documents",
        actorKind: "platformAdmin",
        actorId: "usr_admin",
        door: "admin",
      },
    ]);
  });

  test.each([
    ["cancelled", cancelRun, "platform.cancel-run"],
    ["retried", retryRun, "platform.retry-run"],
    ["replayed", replayRun, "platform.replay-run"],
  ])("is not %s by a job that may not, and the refusal is recorded", async (_, act, operation) => {
    const { engineRunId } = await aFailedDocument();
    const job = { ...work.ctx, actor: { kind: "job" as const, name: "tick-schedules" as const } };

    await expect(act(job, { runId: engineRunId })).rejects.toMatchObject({ code: "FORBIDDEN" });

    const { items } = await work.ctx.db.platform.audit.list({}, { limit: 1 });
    expect(items).toMatchObject([
      {
        operation,
        actorKind: "job",
        actorId: "tick-schedules",
        outcome: "refused",
        errorCode: "FORBIDDEN",
      },
    ]);
  });
});
