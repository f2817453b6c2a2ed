import { queryOnce } from "@besunny/db/test/fresh-database";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { aPlatformContext } from "../../../test/contexts";
import { runsAtWork, until } from "../../../test/runs";
import type { PlatformContext } from "../../context";
import { countForBulkAction } from "./count-for-bulk-action";
import { endBulkAction } from "./end-bulk-action";
import { getBulkAction } from "./get-bulk-action";
import { listBulkActions } from "./list-bulk-actions";
import { planBulkPage } from "./plan-bulk-page";
import { startBulkAction } from "./start-bulk-action";
import { stopBulkAction } from "./stop-bulk-action";
import { workBulkPage } from "./work-bulk-page";

let work: Awaited<ReturnType<typeof runsAtWork>>;
const counted = new Map<string, number>();
let isBroken = false;

beforeAll(async () => {
  work = await runsAtWork([
    { id: "fragile", event: "test/fragile", steps: [["try", tried]] },
    { id: "slow", event: "test/slow", steps: [["sleep", () => null]] },
    { id: "operate-runs", event: "test/fragile", steps: [["try", tried]] },
  ]);
});
afterAll(() => work.stop());
beforeEach(() => {
  isBroken = true;
});

function tried({ tag, n }: Record<string, unknown>) {
  const key = `${String(tag)} ${String(n)}`;
  counted.set(key, (counted.get(key) ?? 0) + 1);
  if (isBroken) throw new Error("It is broken");
}

const functionId = "besunny-fragile";
let tags = 0;

/** Failed runs that a filter tells from all others by their workspace. */
async function failedRuns(count: number) {
  tags += 1;
  const tag = `ws_${String(tags).padStart(32, "0")}`;
  for (let n = 0; n < count; n += 1) await work.send("test/fragile", { workspaceId: tag, tag, n });
  await until("all of them to fail", async () => {
    const found = await work.runs.countRuns({ tenant: tag, states: ["failed"] }, 1_000);
    return found === 2 * count;
  });
  const { items } = await work.runs.listRuns({ tenant: tag, functionId, limit: 200 });
  return { workspaceId: tag, ids: items.map(({ id }) => id) };
}

/** Works on all pages as the job does, and returns their number. */
async function carryOut(id: string, ctx = asJob(work.ctx)): Promise<number> {
  for (let page = 1; ; page += 1) if ((await workBulkPage(ctx, { id })).isOver) return page;
}

function asJob(ctx: PlatformContext): PlatformContext {
  return { ...ctx, door: "job", actor: { kind: "job", name: "operate-runs" } };
}

const inState = (tenant: string, state: "completed" | "failed" | "cancelled") =>
  work.runs.countRuns({ tenant, functionId, states: [state] }, 1_000);

describe("a bulk action", () => {
  test("retries all that fit, page by page, and none of those that work on bulk actions", async () => {
    const { workspaceId } = await failedRuns(60);
    isBroken = false;
    expect(await countForBulkAction(work.ctx, { kind: "retry", filter: { workspaceId } })).toEqual({
      count: 60,
    });

    const { id, total } = await startBulkAction(work.ctx, {
      kind: "retry",
      filter: { workspaceId },
    });
    expect(total).toBe(60);
    expect(await carryOut(id)).toBeGreaterThan(1);

    await until(
      "all of them to be completed",
      async () => (await inState(workspaceId, "completed")) === 60,
    );
    expect(
      await work.runs.countRuns(
        { tenant: workspaceId, functionId: "besunny-operate-runs", states: ["failed"] },
        100,
      ),
    ).toBe(60);
    expect(await getBulkAction(work.ctx, { id })).toMatchObject({
      state: "finished",
      total: 60,
      done: 60,
      skipped: 0,
      failed: 0,
    });
  });

  test("acts on each run once, though it is lost on its way and begun again", async () => {
    const { workspaceId, ids } = await failedRuns(5);
    const { id } = await startBulkAction(work.ctx, {
      kind: "replay",
      filter: { workspaceId, functionId },
    });
    let recorded = 0;
    const { operations } = work.ctx.db.platform;
    const losing: PlatformContext = {
      ...asJob(work.ctx),
      db: {
        platform: {
          ...work.ctx.db.platform,
          operations: {
            ...operations,
            recordOutcome: async (...outcome) => {
              recorded += 1;
              if (recorded === 3) throw new Error("The worker is lost");
              await operations.recordOutcome(...outcome);
            },
          },
        },
      },
    };

    await expect(workBulkPage(losing, { id })).rejects.toThrow("The worker is lost");
    await carryOut(id);
    await carryOut(id);

    const replays = await Promise.all(
      ids.map(async (runId) => (await work.runs.getRun(runId))?.replays.length),
    );
    expect(replays).toEqual([1, 1, 1, 1, 1]);
    expect(await getBulkAction(work.ctx, { id })).toMatchObject({ state: "finished", done: 5 });
  });

  test("acts on chosen runs, and says of each that it leaves why", async () => {
    const { ids } = await failedRuns(2);
    isBroken = false;
    const { id } = await startBulkAction(work.ctx, {
      kind: "retry",
      runIds: [...ids, ...ids, "run that is not there"],
    });

    await carryOut(id);

    expect(await getBulkAction(work.ctx, { id })).toMatchObject({
      total: 3,
      done: 2,
      skipped: 1,
      left: [{ runId: "run that is not there", outcome: "skipped" }],
    });
  });

  test("goes on behind a run that cannot be acted on", async () => {
    const { ids } = await failedRuns(2);
    const [first] = ids;
    const { id } = await startBulkAction(work.ctx, { kind: "replay", runIds: ids });
    const ctx = {
      ...asJob(work.ctx),
      runs: {
        ...work.runs,
        replayRun: (runId: string) =>
          runId === first
            ? Promise.reject(new Error("no room for ada@example.com"))
            : work.runs.replayRun(runId),
      },
    };

    await carryOut(id, ctx);

    expect(await getBulkAction(work.ctx, { id })).toMatchObject({
      state: "finished",
      done: 1,
      failed: 1,
      left: [{ runId: first, outcome: "failed", reason: "no room for (email)" }],
    });
  });

  test("is stopped, and leaves the rest", async () => {
    const { workspaceId } = await failedRuns(3);
    const { id } = await startBulkAction(work.ctx, {
      kind: "replay",
      filter: { workspaceId, functionId },
    });

    await stopBulkAction(work.ctx, { id });
    await carryOut(id);

    expect(await getBulkAction(work.ctx, { id })).toMatchObject({
      state: "stopped",
      total: 3,
      done: 0,
    });
    await expect(stopBulkAction(work.ctx, { id })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("cancels what is not over, and takes in nothing that begins after it", async () => {
    const workspaceId = `ws_${"c".repeat(32)}`;
    const sleeping = () => work.runs.countRuns({ tenant: workspaceId, states: ["sleeping"] }, 10);
    await work.send("test/slow", { workspaceId, n: 1 });
    await until("it to sleep", async () => (await sleeping()) === 1);
    const { id } = await startBulkAction(work.ctx, { kind: "cancel", filter: { workspaceId } });
    await work.send("test/slow", { workspaceId, n: 2 });
    await until("the next to sleep", async () => (await sleeping()) === 2);

    await carryOut(id);

    expect(await sleeping()).toBe(1);
    expect(await getBulkAction(work.ctx, { id })).toMatchObject({ kind: "cancel", done: 1 });
  });

  test("is announced once, and its start and end are in the audit log", async () => {
    const { workspaceId, ids } = await failedRuns(1);
    const filter = { workspaceId, functionId };
    const { id } = await startBulkAction(work.ctx, { kind: "replay", filter });
    const events = await work.ctx.db.platform.outbox.listUnsent(200);
    expect(events.filter(({ data }) => JSON.stringify(data).includes(id))).toMatchObject([
      { name: "runs/operation-asked", data: { operationId: id } },
    ]);

    await carryOut(id);
    await carryOut(id);
    await expect(endBulkAction(asJob(work.ctx), { id, state: "failed" })).rejects.toMatchObject({
      code: "CONFLICT",
    });

    const { items } = await work.ctx.db.platform.audit.list({}, { limit: 4 });
    expect(items).toMatchObject([
      {
        operation: "platform.end-bulk-action",
        actorKind: "job",
        actorId: "operate-runs",
        door: "job",
        subjects: [id],
        input: { id, state: "finished" },
        changes: [
          {
            subject: id,
            before: { state: "running" },
            after: { state: "finished", done: 1, skipped: 0, failed: 0 },
          },
        ],
        outcome: "ok",
      },
      {
        operation: "platform.replay-run",
        actorKind: "job",
        actorId: "operate-runs",
        subjects: ids,
        outcome: "ok",
      },
      {
        operation: "platform.record-bulk-action",
        actorKind: "platformAdmin",
        actorId: "usr_admin",
        subjects: [id],
        input: { kind: "replay", filter: { workspaceId }, total: 1 },
      },
      {
        operation: "platform.start-bulk-action",
        actorKind: "platformAdmin",
        actorId: "usr_admin",
        door: "admin",
        traceId: "test-trace",
        subjects: [workspaceId],
        input: { kind: "replay", filter: { workspaceId } },
        outcome: "ok",
      },
    ]);
  });

  test("is refused where nothing fits, where nothing is named, and where runs are elsewhere", async () => {
    const nothing = { workspaceId: "ws_nobody" };
    await expect(
      startBulkAction(work.ctx, { kind: "retry", filter: nothing }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(
      startBulkAction(work.ctx, { kind: "retry", filter: { states: ["completed"] } }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    for (const selection of [{}, { runIds: ["a"], filter: {} }])
      await expect(
        startBulkAction(work.ctx, { kind: "retry", ...selection }),
      ).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(
      startBulkAction(work.ctx, { kind: "replay", runIds: ["a"], fromStep: "b" }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const elsewhere = aPlatformContext({ db: work.ctx.db, runs: null });
    await expect(
      startBulkAction(elsewhere, { kind: "retry", runIds: ["a"] }),
    ).rejects.toMatchObject({ message: "Runs are kept by Inngest" });
  });

  test("is stopped with a row in the audit log", async () => {
    const { workspaceId } = await failedRuns(1);
    const { id } = await startBulkAction(work.ctx, { kind: "replay", filter: { workspaceId } });

    await stopBulkAction(work.ctx, { id });

    const { items } = await work.ctx.db.platform.audit.list({ subject: id }, { limit: 2 });
    expect(items).toMatchObject([
      { operation: "platform.stop-bulk-action", actorId: "usr_admin", outcome: "ok" },
      { operation: "platform.record-bulk-action", actorId: "usr_admin" },
    ]);
  });

  test("is not started or stopped by a job, and not worked on or ended by an admin", async () => {
    const { workspaceId } = await failedRuns(1);
    const { id } = await startBulkAction(work.ctx, { kind: "replay", filter: { workspaceId } });
    const job = asJob(work.ctx);
    const refused = { code: "FORBIDDEN" };

    await expect(
      startBulkAction(job, { kind: "replay", filter: { workspaceId } }),
    ).rejects.toMatchObject(refused);
    await expect(stopBulkAction(job, { id })).rejects.toMatchObject(refused);
    await expect(endBulkAction(work.ctx, { id, state: "failed" })).rejects.toMatchObject(refused);
    for (const step of [workBulkPage, planBulkPage])
      await expect(step(work.ctx, { id })).rejects.toMatchObject(refused);

    expect(await getBulkAction(work.ctx, { id })).toMatchObject({ state: "queued", done: 0 });
    const { items } = await work.ctx.db.platform.audit.list({ outcome: "refused" }, { limit: 5 });
    expect(items).toMatchObject([
      { operation: "platform.plan-bulk-page", actorId: "usr_admin", errorCode: "FORBIDDEN" },
      { operation: "platform.work-bulk-page", actorId: "usr_admin", errorCode: "FORBIDDEN" },
      { operation: "platform.end-bulk-action", actorId: "usr_admin", errorCode: "FORBIDDEN" },
      { operation: "platform.stop-bulk-action", actorId: "operate-runs", errorCode: "FORBIDDEN" },
      { operation: "platform.start-bulk-action", actorId: "operate-runs", errorCode: "FORBIDDEN" },
    ]);
  });

  test("is listed, newest first, page by page", async () => {
    const { workspaceId } = await failedRuns(1);
    const started = [];
    for (let count = 0; count < 3; count += 1)
      started.unshift(
        (await startBulkAction(work.ctx, { kind: "replay", filter: { workspaceId } })).id,
      );

    const first = await listBulkActions(work.ctx, { limit: 2 });
    const second = await listBulkActions(work.ctx, { limit: 2, cursor: first.nextCursor });

    expect([...first.items, ...second.items].slice(0, 3).map(({ id }) => id)).toEqual(started);
  });
});

test("events of no workspace are written by the platform alone, and seen by no workspace", async () => {
  const { workspaceId } = await failedRuns(1);
  await startBulkAction(work.ctx, { kind: "replay", filter: { workspaceId } });
  const owner = await work.anOwner();
  const seen = await owner.db.read(
    { workspaceId: owner.workspaceId, principals: ["all"] },
    ({ outbox }) => outbox.listUnsent(),
  );
  expect(seen).toEqual([]);

  const insert = (workspace: string) =>
    `insert into outbox (id, workspace_id, name, data) values ('evt_x', ${workspace}, 'x', '{}')`;
  await expect(queryOnce(work.urls.platform, insert("'ws_other'"))).rejects.toThrow(
    "row-level security",
  );
  await expect(queryOnce(work.urls.app, insert("null"))).rejects.toThrow("row-level security");
  for (const table of ["bulk_operations", "bulk_operation_runs"])
    await expect(queryOnce(work.urls.app, `select * from ${table}`)).rejects.toThrow(
      "permission denied",
    );
});
