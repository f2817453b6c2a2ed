import { afterAll, describe, expect, test } from "vitest";

import { aContext, inBackground } from "../../test/contexts";
import {
  aModel,
  anIndex,
  anUnderstanding,
  aReadyDocument,
  process,
  runOf,
  wordVectors,
} from "../../test/documents";
import { getText } from "../content/get-text";
import type { WorkspaceContext } from "../context";
import { getDocument } from "../documents/get-document";
import { cancelDocuments } from "../processing/cancel-documents";
import { reindexDocument } from "../processing/reindex-document";
import { rereadDocument } from "../processing/reread-document";
import { reunderstandDocument } from "../processing/reunderstand-document";
import { startRun } from "../processing/runs/start-run";
import { processStage } from "../processing/stages/process-stage";
import { findPassages } from "../search/find-passages";
import { createReprocessBatch } from "./create-reprocess-batch";
import { getBatch } from "./get-batch";

const { index, close } = await anIndex();
afterAll(close);

const oldText = "The rent of the old mill is due on Monday.";
const newText = "The rent of the new brewery is due on Friday.";

/** A ready document in a backfill, and the tools of a newer version. */
async function aBackfill(ai: Partial<WorkspaceContext["ai"]> = {}) {
  const ctx = await aContext({ index, ai: wordVectors });
  const { id } = await aReadyDocument(ctx, oldText);
  const batch = await createReprocessBatch(ctx, { ids: [id] });
  const newer = {
    ...ctx,
    reader: { ...ctx.reader, read: async () => aModel(newText) },
    ai: {
      ...ctx.ai,
      ...wordVectors,
      understand: async () =>
        anUnderstanding({
          type: { name: "letter", confidence: 0.8, candidates: [], evidence: [] },
        }),
      ...ai,
    },
  };
  return { ctx, newer, id, batchId: batch.id, run: await runOf(ctx, id) };
}

async function found(ctx: WorkspaceContext, q: string) {
  const { items } = await findPassages(ctx, { q });
  return items.map(({ passage }) => passage.text);
}

describe("processing again", () => {
  test("replaces text, understanding and what is found, and the document was ready all along", async () => {
    const { ctx, newer, id, batchId } = await aBackfill();

    await process(newer, id);

    expect(await getDocument(ctx, { id })).toMatchObject({
      status: "ready",
      stage: "indexed",
      type: "letter",
      result: { type: { name: "letter" } },
    });
    expect(JSON.stringify(await getText(ctx, { id }))).toContain("brewery");
    expect((await found(ctx, "brewery")).join()).toContain("brewery");
    expect(await getBatch(ctx, { id: batchId })).toMatchObject({
      state: "finished",
      totals: { done: 1 },
    });
  });

  test("keeps the old until the last step: found, cited, ready and unchanged", async () => {
    const { ctx, newer, id, run } = await aBackfill();
    const background = inBackground(newer);
    const before = await getDocument(ctx, { id });
    await startRun(background, run);

    for (const stage of ["read", "understood"] as const)
      expect(await processStage(background, { ...run, stage })).toEqual({ outcome: "done" });

    const { seq: _was, ...still } = before;
    expect(await getDocument(ctx, { id })).toMatchObject(still);
    expect((await found(ctx, "mill")).join()).toContain("mill");
  });

  test("leaves the old in place when it fails, and the batch says why", async () => {
    const { ctx, newer, id, batchId } = await aBackfill({
      embed: async () => {
        throw Object.assign(new Error("The model refused."), {
          name: "AppError",
          code: "INVALID_INPUT",
          hint: "Choose another model.",
        });
      },
    });

    await process(newer, id);

    expect(await getDocument(ctx, { id })).toMatchObject({
      status: "ready",
      type: "contract",
      error: null,
    });
    expect((await found(ctx, "mill")).join()).toContain("mill");
    expect(await getBatch(ctx, { id: batchId })).toMatchObject({
      totals: { failed: 1 },
      reasons: [{ message: "The model refused.", remedy: "Choose another model." }],
    });
  });

  test("each step done twice leaves one reading, one more result and one set of passages", async () => {
    const { ctx, newer, id, run } = await aBackfill();
    const background = inBackground(newer);
    await startRun(background, run);

    for (const step of [rereadDocument, reunderstandDocument, reindexDocument]) {
      await step(background, run);
      await step(background, run);
    }

    const held = await ctx.db.read(
      { workspaceId: ctx.workspaceId, principals: ["all"] },
      async (all) => ({
        pages: await all.pageTexts.list(id),
        results: await all.classificationResults.list(id),
        passages: await all.passages.list(id),
      }),
    );
    expect([held.pages.length, held.results.length, held.passages.length]).toEqual([1, 2, 1]);
  });

  test("stopped in the middle, it replaces nothing", async () => {
    const { ctx, newer, id, run } = await aBackfill();
    const background = inBackground(newer);
    await startRun(background, run);
    await rereadDocument(background, run);
    await reunderstandDocument(background, run);
    await cancelDocuments(ctx, { ids: [id] });

    await reindexDocument(background, run);

    expect(await getDocument(ctx, { id })).toMatchObject({ status: "ready", type: "contract" });
    expect((await found(ctx, "mill")).join()).toContain("mill");
  });
});
