import { describe, expect, test } from "vitest";

import { aContext, announced, inBackground } from "../../test/contexts";
import { aDocument, aRecord, aStartedDocument, runOf } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { getDocument } from "../documents/get-document";
import { recordPassages } from "../search/record-passages";
import { cancelDocuments } from "./cancel-documents";
import { getTimeline } from "./runs/get-timeline";
import { isRunOpen } from "./runs/is-run-open";
import { startRun } from "./runs/start-run";
import { beginStage } from "./stages/begin-stage";
import { endStage } from "./stages/end-stage";
import { failDocument } from "./stages/fail-document";
import { findForProcessing } from "./stages/find-for-processing";
import { markReady } from "./stages/mark-ready";
import { recordReading } from "./stages/record-reading";
import { recordUnderstanding } from "./stages/record-understanding";

type Run = { documentId: string; runId: string };
type Step = [name: string, step: (ctx: WorkspaceContext, run: Run) => Promise<unknown>];

const aPage = {
  number: 1,
  kind: "page",
  label: null,
  width: 595,
  height: 842,
  rotation: 0,
  text: "The rent\u0000 is due.",
  isRecognised: false,
  quality: 1,
  reasons: [],
};
const reading = {
  release: 1,
  mail: null,
  modelKey: "derived/m",
  format: "pdf",
  mediaType: "application/pdf",
};
const failure = { code: "CORRUPT", message: "The file is damaged.", remedy: "Save it again." };
const passage = {
  number: 0,
  text: "The rent is due.",
  start: 0,
  end: 16,
  page: 1,
  headingPath: [],
  at: { block: "b1" },
};
const end = { stage: "read" as const, state: "finished" as const, durationMs: 12.4 };

const steps: Step[] = [
  ["startRun", (ctx, run) => startRun(ctx, run)],
  ["beginStage", (ctx, run) => beginStage(ctx, { ...run, stage: "read" })],
  ["endStage", (ctx, run) => endStage(ctx, { ...run, ...end })],
  ["isRunOpen", (ctx, run) => isRunOpen(ctx, run)],
  ["findForProcessing", (ctx, { documentId }) => findForProcessing(ctx, { documentId })],
  ["recordReading", (ctx, run) => recordReading(ctx, { ...run, ...reading, pages: [aPage] })],
  ["recordUnderstanding", (ctx, run) => recordUnderstanding(ctx, { ...run, ...aRecord() })],
  [
    "recordPassages",
    (ctx, { documentId }) => recordPassages(ctx, { documentId, passages: [passage] }),
  ],
  ["markReady", (ctx, run) => markReady(ctx, run)],
  ["failDocument", (ctx, run) => failDocument(ctx, { ...run, ...failure })],
];

/** Everything that a step can leave behind. */
async function stateOf(ctx: WorkspaceContext, { documentId }: Run) {
  const scope = { workspaceId: ctx.workspaceId, principals: ["all"] };
  const held = await ctx.db.read(scope, async ({ pageTexts, passages, classificationResults }) => ({
    pages: await pageTexts.list(documentId),
    passages: await passages.list(documentId),
    results: await classificationResults.list(documentId),
  }));
  const { seq: _seq, ...document } = await getDocument(ctx, { id: documentId });
  const { runs } = await getTimeline(ctx, { id: documentId });
  return { ...held, document, runs, events: await announced(ctx) };
}

describe("every step of a background function", () => {
  test.each(steps)("%s is refused to people, owners too", async (_, step) => {
    const ctx = await aContext({ role: "owner" });
    const { run } = await aStartedDocument(ctx);
    const before = await stateOf(ctx, run);

    await expect(step(ctx, run)).rejects.toMatchObject({ code: "FORBIDDEN" });

    expect(await stateOf(ctx, run)).toEqual(before);
  });

  test.each(steps)("%s has no effect on another workspace's document", async (_, step) => {
    const ctx = await aContext();
    const { run } = await aStartedDocument(ctx);
    const before = await stateOf(ctx, run);

    await step(inBackground(await aContext()), run).catch(({ code }) =>
      expect(code).toBe("NOT_FOUND"),
    );

    expect(await stateOf(ctx, run)).toEqual(before);
  });

  test.each(steps.filter(([name]) => name !== "beginStage"))(
    "%s run twice has one effect",
    async (_, step) => {
      const ctx = await aContext();
      const { run } = await aStartedDocument(ctx);
      const background = inBackground(ctx, { clock: () => new Date("2026-11-22T12:00:00Z") });
      await beginStage(background, { ...run, stage: "read" });

      await step(background, run);
      const once = await stateOf(ctx, run);
      await step(background, run);

      expect(await stateOf(ctx, run)).toEqual(once);
    },
  );
});

describe("startRun", () => {
  test("begins a run that waits, and is open again after a crash", async () => {
    const ctx = await aContext();
    const { id } = await aDocument(ctx);
    const run = await runOf(ctx, id);

    expect(await startRun(inBackground(ctx), run)).toEqual({ isOpen: true });
    expect(await startRun(inBackground(ctx), run)).toEqual({ isOpen: true });

    expect(await getTimeline(ctx, { id })).toMatchObject({
      document: { status: "processing" },
      runs: [{ state: "running" }],
    });
  });
});

describe("beginStage and endStage", () => {
  test("count an attempt each time a stage begins, and forget how the last one failed", async () => {
    const ctx = await aContext();
    const background = inBackground(ctx);
    const { id, run } = await aStartedDocument(ctx);
    const failed = { state: "failed" as const, errorCode: "TIMEOUT", errorMessage: "Too slow" };

    await beginStage(background, { ...run, stage: "read" });
    await endStage(background, { ...run, ...end, ...failed });
    const stagesNow = async () => (await getTimeline(ctx, { id })).runs[0]?.stages;
    expect(await stagesNow()).toMatchObject([
      { name: "read", state: "failed", attempt: 1, durationMs: 12, error: { code: "TIMEOUT" } },
    ]);
    expect((await getDocument(ctx, { id })).stage).toBe("uploaded");

    await beginStage(background, { ...run, stage: "read" });
    expect(await stagesNow()).toMatchObject([{ state: "running", attempt: 2, error: null }]);
    await endStage(background, { ...run, ...end });
    expect(await stagesNow()).toMatchObject([{ state: "finished", attempt: 2, durationMs: 12 }]);
    expect((await getDocument(ctx, { id })).stage).toBe("read");
  });

  test("call a stage cancelled that ended after its run was, and leave the document where it was", async () => {
    const ctx = await aContext();
    const background = inBackground(ctx);
    const { id, run } = await aStartedDocument(ctx);
    await beginStage(background, { ...run, stage: "read" });
    await cancelDocuments(ctx, { ids: [id] });

    await endStage(background, { ...run, ...end });

    expect(await getTimeline(ctx, { id })).toMatchObject({
      document: { status: "cancelled", stage: "uploaded" },
      runs: [{ state: "cancelled", stages: [{ state: "cancelled" }] }],
    });
    expect(await isRunOpen(background, run)).toBe(false);
  });
});

describe("recordReading", () => {
  test("keeps the pages, without what Postgres cannot hold, in place of those of an earlier run", async () => {
    const ctx = await aContext();
    const { run } = await aStartedDocument(ctx);
    const two = [aPage, { ...aPage, number: 2 }];
    await recordReading(inBackground(ctx), { ...run, ...reading, pages: two });

    await recordReading(inBackground(ctx), { ...run, ...reading, pages: [aPage] });

    const { pages, document } = await stateOf(ctx, run);
    expect(pages).toEqual([{ ...aPage, text: "The rent is due." }]);
    expect(document).toMatchObject({ pageCount: 1, format: "pdf", mediaType: "application/pdf" });
  });
});

describe("recordUnderstanding", () => {
  test("adds one result for each run and leaves the earlier ones as they were", async () => {
    const ctx = await aContext();
    const { id, run } = await aStartedDocument(ctx);
    await recordUnderstanding(inBackground(ctx), { ...run, ...aRecord() });

    expect(await getDocument(ctx, { id })).toMatchObject({
      type: "contract",
      typeConfidence: 0.8,
      language: "en",
      typedAt: expect.any(Date),
      result: { type: { name: "contract" }, producedBy: { model: "a-test" }, durationMs: 3 },
    });
  });

  test("keeps that a cost is not known, and why local models stood in", async () => {
    const ctx = await aContext();
    const { id, run } = await aStartedDocument(ctx);
    const fallbackReason = "The provider refuses the key.";
    const record = aRecord({ costMicro: null, inputTokens: 9, fallbackReason });
    await recordUnderstanding(inBackground(ctx), { ...run, ...record });

    expect((await getDocument(ctx, { id })).result).toMatchObject({
      producedBy: { kind: "local", fallbackReason },
      cost: { inputTokens: 9, microUsd: null },
    });
  });

  test("adds nothing for a run that was cancelled", async () => {
    const ctx = await aContext();
    const { id, run } = await aStartedDocument(ctx);
    await cancelDocuments(ctx, { ids: [id] });

    await recordUnderstanding(inBackground(ctx), { ...run, ...aRecord() });

    expect(await getDocument(ctx, { id })).toMatchObject({ type: null, result: null });
  });
});

describe("markReady", () => {
  test("ends the run and says so once", async () => {
    const ctx = await aContext();
    const { id, run } = await aStartedDocument(ctx);

    await markReady(inBackground(ctx), run);
    await markReady(inBackground(ctx), run);

    expect(await getTimeline(ctx, { id })).toMatchObject({
      document: { status: "needs_review", stage: "indexed", readyAt: expect.any(Date) },
      runs: [{ state: "finished" }],
    });
    const ready = (await announced(ctx)).filter(({ name }) => name === "document/ready");
    expect(ready).toMatchObject([{ data: { documentId: id, workspaceId: ctx.workspaceId } }]);
  });

  test("never makes a cancelled document ready", async () => {
    const ctx = await aContext();
    const { id, run } = await aStartedDocument(ctx);
    await cancelDocuments(ctx, { ids: [id] });

    await markReady(inBackground(ctx), run);

    expect(await getDocument(ctx, { id })).toMatchObject({ status: "cancelled", readyAt: null });
  });
});

describe("failDocument", () => {
  test("ends the run with what happened and what to do, and says so once", async () => {
    const ctx = await aContext();
    const { id, run } = await aStartedDocument(ctx);

    await failDocument(inBackground(ctx), { ...run, ...failure });
    await failDocument(inBackground(ctx), { ...run, ...failure, code: "TIMEOUT" });

    expect(await getTimeline(ctx, { id })).toMatchObject({
      document: { status: "failed", error: failure },
      runs: [{ state: "failed" }],
    });
    const failed = (await announced(ctx)).filter(({ name }) => name === "document/failed");
    expect(failed).toMatchObject([{ data: { documentId: id, code: "CORRUPT" } }]);
  });

  test("leaves a document that was cancelled meanwhile as it is", async () => {
    const ctx = await aContext();
    const { id, run } = await aStartedDocument(ctx);
    await cancelDocuments(ctx, { ids: [id] });

    await failDocument(inBackground(ctx), { ...run, ...failure });

    expect(await getDocument(ctx, { id })).toMatchObject({ status: "cancelled", error: null });
  });
});
