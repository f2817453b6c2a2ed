import { createReprocessBatch } from "@besunny/core/batches/create-reprocess-batch";
import { createUploadBatch } from "@besunny/core/batches/create-upload-batch";
import { getBatch } from "@besunny/core/batches/get-batch";
import { pauseBatch } from "@besunny/core/batches/pause-batch";
import { resumeBatch } from "@besunny/core/batches/resume-batch";
import type { WorkspaceContext } from "@besunny/core/context";
import { getDocument } from "@besunny/core/documents/get-document";
import type { PlatformCaller } from "@besunny/core/operation/platform-caller";
import { platformCallerOf } from "@besunny/core/operation/platform-caller-of";
import { cancelDocuments } from "@besunny/core/processing/cancel-documents";
import { getTimeline } from "@besunny/core/processing/runs/get-timeline";
import { aContext, aJobAcross } from "@besunny/core/test/contexts";
import {
  aModel,
  anUnderstanding,
  aReadyDocument,
  runOf,
  uploadText,
  wordVectors,
} from "@besunny/core/test/documents";
import { aCutter, aListener } from "@besunny/core/test/recordings";
import { describe, expect, test } from "vitest";

import { callersOf } from "../test/callers";
import { keptSteps } from "../test/steps";
import { endInFailure } from "./end-in-failure";
import { runStages } from "./run-stages";
import { waitForLiveWork } from "./wait-for-live-work";
import { waitWhilePaused } from "./wait-while-paused";

const tools = {
  reader: { read: async () => aModel("The rent is due on Monday.") },
  ai: { ...wordVectors, understand: async () => anUnderstanding() },
  index: { replaceDocument: async () => undefined },
};

const asJob = (ctx: WorkspaceContext) =>
  callersOf(ctx).workspaceCaller(ctx.workspaceId, "process-document");

describe("runStages", () => {
  test.each([0, 1, 2, 3, 4])(
    "a worker that dies after %i steps leaves the rest to the next, and nothing is done twice",
    async (dieAfter) => {
      const ctx = await aContext(tools);
      const { document } = await uploadText(ctx, "any bytes");
      const run = await runOf(ctx, document.id);
      const steps = keptSteps();

      await runStages(steps.call({ dieAfter }), asJob(ctx), run).catch(() => undefined);
      expect(await runStages(steps.call(), asJob(ctx), run)).toEqual({ outcome: "done" });

      expect(steps.done).toEqual(["start", "read", "understood", "indexed"]);
      expect(await getTimeline(ctx, { id: document.id })).toMatchObject({
        document: { status: "ready" },
        now: null,
        runs: [{ state: "finished" }],
      });
    },
  );

  test.each([0, 1, 2, 3, 4, 5, 6])(
    "a worker that dies after %i steps of a recording leaves the rest to the next, and no piece is sent twice",
    async (dieAfter) => {
      const listener = aListener();
      const ctx = await aContext({
        ...tools,
        reader: aCutter(2),
        transcriber: listener.transcriber,
      });
      const { document } = await uploadText(ctx, "sound", { fileName: "weekly.mp3" });
      const run = await runOf(ctx, document.id);
      const steps = keptSteps();

      await runStages(steps.call({ dieAfter }), asJob(ctx), run).catch(() => undefined);
      expect(await runStages(steps.call(), asJob(ctx), run)).toEqual({ outcome: "done" });

      expect(steps.done).toEqual([
        "start",
        "read",
        "piece 1",
        "piece 2",
        "transcript",
        "understood",
        "indexed",
      ]);
      expect(listener.sent).toEqual([1, 2]);
      expect(await getDocument(ctx, { id: document.id })).toMatchObject({ status: "ready" });
    },
  );

  test("waits before it begins and before each stage after that", async () => {
    const ctx = await aContext(tools);
    const { document } = await uploadText(ctx, "any bytes");
    const run = await runOf(ctx, document.id);
    const steps = keptSteps();
    const step = steps.call();

    await runStages(step, asJob(ctx), run, () => step.run("wait", async () => undefined));

    expect(steps.done).toEqual(["wait", "start", "read", "wait", "understood", "wait", "indexed"]);
  });

  test("does nothing for what was cancelled before its turn", async () => {
    const ctx = await aContext(tools);
    const { document } = await uploadText(ctx, "any bytes");
    const run = await runOf(ctx, document.id);
    await cancelDocuments(ctx, { ids: [document.id] });

    const steps = keptSteps();
    expect(await runStages(steps.call(), asJob(ctx), run)).toEqual({ outcome: "stopped" });
    expect(steps.done).toEqual(["start"]);
  });
});

describe("waitWhilePaused", () => {
  test("lets a run through at once when its batch goes on", async () => {
    const ctx = await aContext();
    const { id } = await createUploadBatch(ctx, { expectedCount: 1 });
    const steps = keptSteps();

    await waitWhilePaused(steps.call(), asJob(ctx), id);

    expect(steps.done).toEqual(["see whether the batch is paused"]);
  });

  test("holds it until the truth says otherwise, whatever woke it", async () => {
    const ctx = await aContext();
    const { id } = await createUploadBatch(ctx, { expectedCount: 2 });
    await pauseBatch(ctx, { id });
    let wakings = 0;
    const resume: Promise<unknown>[] = [];
    const steps = keptSteps({
      // The first waking is a timeout: nobody has resumed it.
      resumed() {
        wakings += 1;
        if (wakings === 2) resume.push(resumeBatch(ctx, { id }));
        return Promise.all(resume).then(() => undefined);
      },
    });

    await waitWhilePaused(steps.call(), asJob(ctx), id);

    expect(wakings).toBe(2);
    expect(await getBatch(ctx, { id })).toMatchObject({ state: "running" });
  });
});

describe("waitForLiveWork", () => {
  /** The platform, where people wait for so many looks. */
  function waitingFor(looks: number): { caller: PlatformCaller; seen: () => number } {
    let seen = 0;
    const platform = aJobAcross({}, "reprocess-document");
    const { db } = platform;
    const liveWork = {
      isWaiting: async () => {
        seen += 1;
        return seen <= looks;
      },
      mayArrivedGo: async () => true,
    };
    return {
      caller: platformCallerOf({ ...platform, db: { platform: { ...db.platform, liveWork } } }),
      seen: () => seen,
    };
  }

  test("goes on when nobody waits any more, without asking again after a restart", async () => {
    const { caller, seen } = waitingFor(2);
    const steps = keptSteps();

    await waitForLiveWork(steps.call(), caller);
    await waitForLiveWork(steps.call(), caller);

    expect(seen()).toBe(3);
    expect(steps.done).toEqual(["let live work go first"]);
  });
});

describe("a backfill", () => {
  test("that fails for good leaves its document as it was, and says so once", async () => {
    const ctx = await aContext(tools);
    const { id } = await aReadyDocument(ctx, "The rent is due on Monday.");
    const batch = await createReprocessBatch(ctx, { ids: [id] });
    const run = await runOf(ctx, id);
    const error = { name: "AppError", code: "PROVIDER_UNAVAILABLE", message: "The model was busy" };
    const event = { data: { event: { data: { workspaceId: ctx.workspaceId, ...run } } } };

    await endInFailure(callersOf(ctx), "reprocess-document", { event, error });
    await endInFailure(callersOf(ctx), "reprocess-document", { event, error });

    expect(await getDocument(ctx, { id })).toMatchObject({ status: "ready", error: null });
    expect(await getBatch(ctx, { id: batch.id })).toMatchObject({
      totals: { failed: 1 },
      reasons: [{ message: "The model was busy", count: 1 }],
    });
  });
});
