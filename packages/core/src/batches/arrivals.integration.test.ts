import { expect, test } from "vitest";

import { aColleague, aContext, inBackground } from "../../test/contexts";
import { aDocument, anUpload, runOf, uploadText } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { deleteDocuments } from "../documents/delete-documents";
import { getDocument } from "../documents/get-document";
import { trashDocuments } from "../documents/trash-documents";
import { uploadDocument } from "../documents/upload-document";
import { startRun } from "../processing/runs/start-run";
import { failDocument } from "../processing/stages/fail-document";
import { createUploadBatch } from "./create-upload-batch";
import { getBatch } from "./get-batch";
import { listArrived } from "./list-arrived";
import { listBatchDocuments } from "./list-batch-documents";
import { reportBatch } from "./report-batch";
import { retryFailed } from "./retry-failed";

const newBatch = (ctx: WorkspaceContext, expectedCount = 2) =>
  createUploadBatch(ctx, { expectedCount });

test("a file that is sent twice counts once, and is no duplicate of itself", async () => {
  const ctx = await aContext();
  const { id: batchId } = await newBatch(ctx, 1);
  const once = { batchId, fileKey: "file-one", fileName: "lease.txt" };

  const first = await uploadText(ctx, "The rent is due.", once);
  const second = await uploadText(ctx, "The rent is due.", once);

  expect(second).toMatchObject({ document: { id: first.document.id }, duplicateOf: null });
  expect(await getBatch(ctx, { id: batchId })).toMatchObject({
    totals: { all: 1, waiting: 1, duplicate: 0, missing: 0 },
  });
});

test("a page that was loaded again learns which of its files have arrived", async () => {
  const ctx = await aContext();
  const { id: batchId } = await newBatch(ctx);
  const { id: documentId } = await aDocument(ctx, { batchId, fileKey: "file-one" });
  const fileKeys = ["file-one", "file-two"];

  expect(await listArrived(ctx, { id: batchId, fileKeys })).toEqual({
    items: [{ fileKey: "file-one", documentId, isDuplicate: false }],
  });
  for (const stranger of [await aContext({ role: "owner" }), await aColleague(ctx)])
    await expect(listArrived(stranger, { id: batchId, fileKeys })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
});

test("a duplicate carries the name and the folders of the file that was uploaded", async () => {
  const ctx = await aContext();
  const older = await uploadText(ctx, "Same words.", { fileName: "oyo.txt" });
  const { id: batchId } = await newBatch(ctx, 1);
  await uploadText(ctx, "Same words.", {
    batchId,
    fileName: "oyo copy.txt",
    relativePath: "Office move/./Contracts/oyo copy.txt",
  });

  const { items } = await listBatchDocuments(ctx, { id: batchId });
  expect(items).toMatchObject([
    {
      state: "duplicate",
      documentId: older.document.id,
      fileName: "oyo copy.txt",
      folder: "Office move/Contracts",
    },
  ]);
  const { csv } = await reportBatch(ctx, { id: batchId });
  expect(csv).toMatch(/^oyo copy\.txt,.*,Office move\/Contracts,oyo\r$/m);
});

test("a document keeps the folders in which it was uploaded; their name goes with it", async () => {
  const ctx = await aContext({ role: "owner" });
  const { id: batchId } = await newBatch(ctx, 1);
  const { document } = await uploadText(ctx, "A lease.", {
    batchId,
    relativePath: "Office move/lease.txt",
  });
  expect(await getDocument(ctx, { id: document.id })).toMatchObject({ folder: "Office move" });

  await trashDocuments(ctx, { ids: [document.id] });
  await deleteDocuments(ctx, { ids: [document.id] });
  const { items } = await listBatchDocuments(ctx, { id: batchId });
  expect(items).toMatchObject([{ state: "removed", fileName: null, folder: null }]);
});

test("what came in a file belongs to its batch, beside the files that were announced", async () => {
  const ctx = await aContext();
  const { id: batchId } = await newBatch(ctx, 2);
  const mail = await aDocument(ctx, { batchId });
  const job = inBackground(ctx);

  const attached = anUpload({ parentId: mail.id, source: "attachment", fileName: "report.txt" });
  const { document } = await uploadDocument(job, attached);
  // Read again: it has its attachment already.
  await uploadDocument(job, attached);

  expect(await getBatch(ctx, { id: batchId })).toMatchObject({
    totals: { all: 3, waiting: 2, missing: 1 },
  });
  const run = await runOf(ctx, document.id);
  await startRun(job, run);
  await failDocument(job, { ...run, code: "CORRUPT", message: "Damaged.", remedy: "Save it." });
  expect((await getBatch(ctx, { id: batchId })).reasons).toMatchObject([{ code: "CORRUPT" }]);
});

test("a retry leaves alone what would fail again", async () => {
  const ctx = await aContext();
  const { id: batchId } = await newBatch(ctx, 3);
  const codes = ["ENCRYPTED", "EMPTY", "INTERNAL"];
  for (const code of codes) {
    const run = await runOf(ctx, (await aDocument(ctx, { batchId })).id);
    await startRun(inBackground(ctx), run);
    await failDocument(inBackground(ctx), { ...run, code, message: code, remedy: "" });
  }

  expect(await retryFailed(ctx, { id: batchId })).toMatchObject({
    totals: { failed: 2, waiting: 1 },
  });
  await expect(retryFailed(ctx, { id: batchId })).rejects.toMatchObject({ code: "CONFLICT" });
});
