import { describe, expect, test } from "vitest";

import { aColleague, aContext, announced, auditOf, inBackground } from "../../test/contexts";
import {
  aDocument,
  anUpload,
  aRestrictedProject,
  aStartedDocument,
  runOf,
} from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { deleteDocuments } from "../documents/delete-documents";
import { getDocument } from "../documents/get-document";
import { trashDocuments } from "../documents/trash-documents";
import { uploadDocument } from "../documents/upload-document";
import { retryDocuments } from "../processing/retry-documents";
import { getTimeline } from "../processing/runs/get-timeline";
import { startRun } from "../processing/runs/start-run";
import { failDocument } from "../processing/stages/fail-document";
import { markReady } from "../processing/stages/mark-ready";
import { cancelBatch } from "./cancel-batch";
import { createReprocessBatch } from "./create-reprocess-batch";
import { createUploadBatch } from "./create-upload-batch";
import { getBatch } from "./get-batch";
import { isBatchPaused } from "./is-batch-paused";
import { listBatchDocuments } from "./list-batch-documents";
import { listBatches } from "./list-batches";
import { lowerExpectedCount } from "./lower-expected-count";
import { pauseBatch } from "./pause-batch";
import { reportBatch } from "./report-batch";
import { resumeBatch } from "./resume-batch";
import { retryFailed } from "./retry-failed";

const damaged = { code: "INTERNAL", message: "It went wrong.", remedy: "Try again." };
const locked = { code: "TIMEOUT", message: "It took too long.", remedy: "Try again." };

/** A batch of files that have all arrived, none begun. */
async function aBatch(ctx: WorkspaceContext, count = 3) {
  const { id } = await createUploadBatch(ctx, { expectedCount: count, title: "March" });
  const documents = [];
  for (let n = 0; n < count; n += 1) documents.push(await aDocument(ctx, { batchId: id }));
  return { id, documents };
}

async function end(ctx: WorkspaceContext, documentId: string, error: typeof damaged | null = null) {
  const background = inBackground(ctx);
  const run = await runOf(ctx, documentId);
  await startRun(background, run);
  await (error ? failDocument(background, { ...run, ...error }) : markReady(background, run));
}

async function aReadyDocument(ctx: WorkspaceContext) {
  const document = await aDocument(ctx);
  await end(ctx, document.id);
  return document;
}

const first = (documents: { id: string }[]) => documents[0]?.id ?? "";

describe("every operation on a batch", () => {
  const commands: [string, (ctx: WorkspaceContext, id: string) => Promise<unknown>][] = [
    ["pauseBatch", (ctx, id) => pauseBatch(ctx, { id })],
    ["resumeBatch", (ctx, id) => resumeBatch(ctx, { id })],
    ["cancelBatch", (ctx, id) => cancelBatch(ctx, { id })],
    ["retryFailed", (ctx, id) => retryFailed(ctx, { id })],
    ["lowerExpectedCount", (ctx, id) => lowerExpectedCount(ctx, { id, count: 1 })],
  ];
  const queries: typeof commands = [
    ["getBatch", (ctx, id) => getBatch(ctx, { id })],
    ["listBatchDocuments", (ctx, id) => listBatchDocuments(ctx, { id })],
    ["reportBatch", (ctx, id) => reportBatch(ctx, { id })],
  ];

  test.each(commands)("%s is refused to a viewer, and changes nothing", async (_, act) => {
    const ctx = await aContext();
    const { id, documents } = await aBatch(ctx);
    await end(ctx, first(documents), damaged);
    const before = [await getBatch(ctx, { id }), await announced(ctx), await auditOf(ctx)];

    await expect(act(await aColleague(ctx, { role: "viewer" }), id)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });

    expect([await getBatch(ctx, { id }), await announced(ctx), await auditOf(ctx)]).toEqual(before);
  });

  test.each([...commands, ...queries])(
    "%s finds nothing next door, nor for a colleague who did not make it",
    async (_, act) => {
      const ctx = await aContext();
      const { id } = await aBatch(ctx);

      for (const stranger of [await aContext({ role: "owner" }), await aColleague(ctx)])
        await expect(act(stranger, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect(await getBatch(ctx, { id })).toMatchObject({ state: "running", totals: { all: 3 } });
    },
  );

  test("making one is refused to a viewer", async () => {
    const viewer = await aContext({ role: "viewer" });
    await expect(createUploadBatch(viewer, { expectedCount: 1 })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(createReprocessBatch(viewer, { filter: {} })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("an upload batch", () => {
  test("counts what has come and how far it is, and what is still to come", async () => {
    const ctx = await aContext();
    const { id } = await createUploadBatch(ctx, { expectedCount: 5 });
    const [ready, broken] = [
      await aDocument(ctx, { batchId: id }),
      await aDocument(ctx, { batchId: id }),
    ];
    await aDocument(ctx, { batchId: id });
    await end(ctx, ready.id);
    await end(ctx, broken.id, damaged);

    expect(await getBatch(ctx, { id })).toMatchObject({
      kind: "upload",
      state: "running",
      createdBy: { id: ctx.actor.id },
      totals: { all: 5, done: 1, failed: 1, waiting: 1, missing: 2, ended: 2 },
      reasons: [{ ...damaged, count: 1 }],
      etaSeconds: null,
    });
  });

  test("tells of bytes that were here already, instead of missing them", async () => {
    const ctx = await aContext();
    const given = anUpload();
    await uploadDocument(ctx, given);
    const { id } = await createUploadBatch(ctx, { expectedCount: 1 });

    await uploadDocument(ctx, { ...given, batchId: id });

    expect(await getBatch(ctx, { id })).toMatchObject({
      state: "finished",
      totals: { all: 1, duplicate: 1, missing: 0 },
    });
  });

  test("is over when all has ended, with the time at which it did, and knows its speed", async () => {
    const ctx = await aContext();
    const { id, documents } = await aBatch(ctx, 4);
    for (const document of documents.slice(0, 3)) await end(ctx, document.id);
    expect((await getBatch(ctx, { id })).etaSeconds).toBeGreaterThanOrEqual(0);

    await end(ctx, documents[3]?.id ?? "", damaged);

    expect(await getBatch(ctx, { id })).toMatchObject({
      state: "finished",
      finishedAt: expect.any(Date),
      etaSeconds: null,
      totals: { all: 4, done: 3, failed: 1, ended: 4 },
    });
  });

  test("takes no file of somebody else's, of a backfill, or after it was cancelled", async () => {
    const ctx = await aContext();
    const { id } = await aBatch(ctx, 1);
    const upload = (who: WorkspaceContext, batchId: string) =>
      uploadDocument(who, anUpload({ batchId }));
    const backfill = await createReprocessBatch(ctx, { ids: [(await aReadyDocument(ctx)).id] });

    await expect(upload(await aColleague(ctx), id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(upload(await aContext(), id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(upload(ctx, backfill.id)).rejects.toMatchObject({ code: "CONFLICT" });
    await cancelBatch(ctx, { id });
    await expect(upload(ctx, id)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("still counts a document that was deleted since, and no longer knows its name", async () => {
    const ctx = await aContext({ role: "admin" });
    const { id, documents } = await aBatch(ctx, 1);
    await end(ctx, first(documents));
    await trashDocuments(ctx, { ids: [first(documents)] });
    await deleteDocuments(ctx, { ids: [first(documents)] });

    expect(await getBatch(ctx, { id })).toMatchObject({
      state: "finished",
      totals: { all: 1, removed: 1, done: 0 },
    });
    expect((await listBatchDocuments(ctx, { id })).items).toMatchObject([
      { state: "removed", documentId: null, title: null, fileName: null },
    ]);
  });

  test("does not wait for files that somebody took back", async () => {
    const ctx = await aContext();
    const { id } = await createUploadBatch(ctx, { expectedCount: 3 });
    const { id: documentId } = await aDocument(ctx, { batchId: id });
    await end(ctx, documentId);

    await lowerExpectedCount(ctx, { id, count: 1 });
    expect(await getBatch(ctx, { id })).toMatchObject({ state: "running", totals: { missing: 1 } });
    await lowerExpectedCount(ctx, { id, count: 9 });
    expect(await getBatch(ctx, { id })).toMatchObject({ state: "finished", totals: { all: 1 } });
  });
});

describe("pausing and resuming", () => {
  test("holds what has not begun, and says so where its document is shown", async () => {
    const ctx = await aContext();
    const { id, documents } = await aBatch(ctx, 2);

    expect(await pauseBatch(ctx, { id })).toMatchObject({ state: "paused", etaSeconds: null });
    await pauseBatch(ctx, { id });

    expect(await isBatchPaused(inBackground(ctx), { batchId: id })).toEqual({ isPaused: true });
    expect((await getTimeline(ctx, { id: first(documents) })).now).toEqual({
      kind: "paused",
      batch: { id, title: "March" },
    });
    await expect(isBatchPaused(ctx, { batchId: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const nextDoor = inBackground(await aContext());
    expect(await isBatchPaused(nextDoor, { batchId: id })).toEqual({ isPaused: false });
  });

  test("lets a paused batch's documents not hold up the line", async () => {
    const ctx = await aContext();
    const { id } = await aBatch(ctx, 2);
    const { id: alone } = await aDocument(ctx);
    const place = async () => (await getTimeline(ctx, { id: alone })).now;

    expect(await place()).toEqual({ kind: "inLine", position: 3 });
    await pauseBatch(ctx, { id });
    expect(await place()).toEqual({ kind: "inLine", position: 1 });
  });

  test("tells the runs that wait to go on, once", async () => {
    const ctx = await aContext();
    const { id } = await aBatch(ctx);
    await pauseBatch(ctx, { id });

    expect(await resumeBatch(ctx, { id })).toMatchObject({ state: "running" });
    await resumeBatch(ctx, { id });

    expect(await isBatchPaused(inBackground(ctx), { batchId: id })).toEqual({ isPaused: false });
    const resumed = (await announced(ctx)).filter(({ name }) => name === "batch/resumed");
    expect(resumed).toMatchObject([{ data: { batchId: id, workspaceId: ctx.workspaceId } }]);
  });

  test("is refused when the batch is over", async () => {
    const ctx = await aContext();
    const { id } = await aBatch(ctx);
    await cancelBatch(ctx, { id });

    await expect(pauseBatch(ctx, { id })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(resumeBatch(ctx, { id })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("cancelBatch", () => {
  test("cancels what is open, leaves what has ended, and twice is as once", async () => {
    const ctx = await aContext();
    const { id, documents } = await aBatch(ctx);
    await end(ctx, first(documents));

    expect(await cancelBatch(ctx, { id })).toMatchObject({
      state: "cancelled",
      totals: { done: 1, cancelled: 2, waiting: 0 },
    });
    await cancelBatch(ctx, { id });

    expect(await getDocument(ctx, { id: first(documents) })).toMatchObject({
      status: "needs_review",
    });
    const cancelled = (await announced(ctx)).filter(({ name }) => name === "document/cancelled");
    expect(cancelled).toHaveLength(2);
  });

  test("leaves documents of a backfill as they were, and their runs begin no more", async () => {
    const ctx = await aContext();
    const { id: documentId } = await aReadyDocument(ctx);
    const { id } = await createReprocessBatch(ctx, { ids: [documentId] });
    const run = await runOf(ctx, documentId);

    expect(await cancelBatch(ctx, { id })).toMatchObject({ totals: { cancelled: 1 } });

    expect(await getDocument(ctx, { id: documentId })).toMatchObject({ status: "needs_review" });
    expect(await startRun(inBackground(ctx), run)).toEqual({ isOpen: false });
  });
});

describe("retryFailed", () => {
  test("begins new runs for what failed and for nothing else, in the same batch", async () => {
    const ctx = await aContext();
    const { id, documents } = await aBatch(ctx);
    await end(ctx, first(documents), damaged);
    await end(ctx, documents[1]?.id ?? "");

    expect(await retryFailed(ctx, { id })).toMatchObject({
      state: "running",
      totals: { all: 3, failed: 0, done: 1, waiting: 2 },
      reasons: [],
    });

    const again = (await announced(ctx)).at(-1);
    const { runId } = await runOf(ctx, first(documents));
    expect(again).toMatchObject({ name: "document/uploaded", data: { runId, batchId: id } });
    await expect(retryFailed(ctx, { id })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("retrying one document by itself counts in its batch too, until it has ended well", async () => {
    const ctx = await aContext();
    const { id, documents } = await aBatch(ctx, 1);
    await end(ctx, first(documents), damaged);

    await retryDocuments(ctx, { ids: [first(documents)] });
    expect(await getBatch(ctx, { id })).toMatchObject({ totals: { failed: 0, waiting: 1 } });
    await end(ctx, first(documents));
    await retryDocuments(ctx, { ids: [first(documents)] });
    expect(await getBatch(ctx, { id })).toMatchObject({ totals: { done: 1, waiting: 0 } });
  });

  test("keeps a backfill a backfill: what was known stays while it is tried again", async () => {
    const ctx = await aContext();
    const { id: documentId } = await aReadyDocument(ctx);
    const { id } = await createReprocessBatch(ctx, { ids: [documentId] });
    await end(ctx, documentId, locked);
    expect(await getBatch(ctx, { id })).toMatchObject({ reasons: [{ ...locked, count: 1 }] });

    await retryFailed(ctx, { id });

    expect(await getDocument(ctx, { id: documentId })).toMatchObject({
      status: "needs_review",
      error: null,
    });
    expect((await announced(ctx)).at(-1)).toMatchObject({ name: "document/reprocessing-asked" });
    expect((await getTimeline(ctx, { id: documentId })).now).toEqual({
      kind: "behindLiveWork",
      ahead: 0,
    });
  });
});

describe("createReprocessBatch", () => {
  test("takes all within a filter but what is being worked on or in the trash", async () => {
    const ctx = await aContext();
    const ready = await aReadyDocument(ctx);
    await aStartedDocument(ctx);
    const thrown = await aReadyDocument(ctx);
    await trashDocuments(ctx, { ids: [thrown.id] });

    const { id, totals } = await createReprocessBatch(ctx, { filter: {} });

    expect(totals).toMatchObject({ all: 1, waiting: 1 });
    const { items } = await listBatchDocuments(ctx, { id });
    expect(items).toMatchObject([{ documentId: ready.id, state: "waiting" }]);
    await expect(createReprocessBatch(ctx, { ids: [ready.id] })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("takes nothing that its maker may not see", async () => {
    const { project, insider, outsider } = await aRestrictedProject();
    const hidden = await aDocument(insider, { projectIds: [project.id] });
    await end(insider, hidden.id);

    for (const stranger of [outsider, await aContext({ role: "owner" })])
      await expect(createReprocessBatch(stranger, { ids: [hidden.id] })).rejects.toMatchObject({
        code: "CONFLICT",
      });
  });

  test("wants either documents or a filter", async () => {
    const ctx = await aContext();
    for (const given of [{}, { ids: ["doc_1"], filter: {} }])
      await expect(createReprocessBatch(ctx, given)).rejects.toMatchObject({
        code: "INVALID_INPUT",
      });
  });

  test("gives way when somebody asks for the document now", async () => {
    const ctx = await aContext();
    const { id: documentId } = await aReadyDocument(ctx);
    await createReprocessBatch(ctx, { ids: [documentId] });
    const backfill = await runOf(ctx, documentId);

    await retryDocuments(ctx, { ids: [documentId] });

    expect(await startRun(inBackground(ctx), backfill)).toEqual({ isOpen: false });
    expect(await getDocument(ctx, { id: documentId })).toMatchObject({ status: "pending" });
  });
});

describe("listing", () => {
  test("shows an admin all batches and a member their own, newest first, in pages", async () => {
    const ctx = await aContext();
    const colleague = await aColleague(ctx);
    const mine = await aBatch(ctx, 1);
    const theirs = await aBatch(colleague, 1);
    const idsFor = async (who: WorkspaceContext) =>
      (await listBatches(who, {})).items.map(({ id }) => id);

    expect(await idsFor(ctx)).toEqual([mine.id]);
    expect(await idsFor(await aColleague(ctx, { role: "admin" }))).toEqual([theirs.id, mine.id]);
    expect(await idsFor(await aContext({ role: "owner" }))).toEqual([]);
    const admin = await aColleague(ctx, { role: "admin" });
    const { nextCursor } = await listBatches(admin, { limit: 1 });
    expect((await listBatches(admin, { limit: 1, cursor: nextCursor })).items).toMatchObject([
      { id: mine.id },
    ]);
  });

  test("counts and lists only documents that its maker may still see", async () => {
    const { project, admin, insider } = await aRestrictedProject();
    const colleague = await aColleague(insider);
    const hidden = await aDocument(colleague);
    await end(colleague, hidden.id);
    const { id } = await createReprocessBatch(insider, { ids: [hidden.id] });
    const outside = { ...insider, actor: { ...insider.actor, projects: [] } };
    await admin.db.write({ workspaceId: admin.workspaceId, principals: ["all"] }, (all) =>
      all.documents.update(hidden.id, { access: ["all", project.id] }),
    );

    expect(await getBatch(outside, { id })).toMatchObject({ totals: { all: 0, ended: 0 } });
    expect((await listBatchDocuments(outside, { id })).items).toEqual([]);
    expect(await getBatch(admin, { id })).toMatchObject({ totals: { all: 1 } });
  });

  test("filters documents by state and by reason, in pages", async () => {
    const ctx = await aContext();
    const { id, documents } = await aBatch(ctx, 4);
    const [one = "", two = "", three = ""] = documents.map((document) => document.id);
    await end(ctx, one, damaged);
    await end(ctx, two, locked);
    await end(ctx, three);
    const idsOf = async (given: object) =>
      (await listBatchDocuments(ctx, { id, ...given })).items.map(({ documentId }) => documentId);

    expect(await idsOf({ state: "failed" })).toEqual([one, two]);
    expect(await idsOf({ reason: locked.message })).toEqual([two]);
    expect(await idsOf({ state: ["done", "failed"], limit: 1 })).toEqual([one]);
    const { nextCursor } = await listBatchDocuments(ctx, { id, limit: 3 });
    expect(await idsOf({ limit: 3, cursor: nextCursor })).toEqual([documents[3]?.id]);
  });

  test("reports every document, with what went wrong and what to do", async () => {
    const ctx = await aContext();
    const { id, documents } = await aBatch(ctx, 2);
    await end(ctx, first(documents), damaged);

    const { csv, fileName } = await reportBatch(ctx, { id });

    expect(fileName).toMatch(/^batch-\d{4}-\d\d-\d\d-\w{6}\.csv$/);
    const lines = csv.trim().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(
      `given.txt,${first(documents)},failed,,,,,INTERNAL,${damaged.message},${damaged.remedy},`,
    );
  });
});
