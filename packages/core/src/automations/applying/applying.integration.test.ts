import { describe, expect, test } from "vitest";

import {
  aDraft,
  anAutomation,
  applyAll,
  aRehearsalOf,
  rehearsed,
  undoAll,
} from "../../../test/automations";
import { aColleague, aContext, inBackground } from "../../../test/contexts";
import { aDocument } from "../../../test/documents";
import { cancelBatch } from "../../batches/cancel-batch";
import { getBatch } from "../../batches/get-batch";
import { listBatchDocuments } from "../../batches/list-batch-documents";
import { pauseBatch } from "../../batches/pause-batch";
import { reportBatch } from "../../batches/report-batch";
import { resumeBatch } from "../../batches/resume-batch";
import type { WorkspaceContext } from "../../context";
import { getDocument } from "../../documents/get-document";
import { renameDocument } from "../../documents/rename-document";
import { cancelDocuments } from "../../processing/cancel-documents";
import { createProject } from "../../projects/create-project";
import { getAutomation } from "../get-automation";
import { getRehearsal } from "../rehearsal/get-rehearsal";
import { listRehearsalRows } from "../rehearsal/list-rehearsal-rows";
import { getRun } from "../runs/get-run";
import { listRuns } from "../runs/list-runs";
import { applyPart } from "./apply-part";
import { applyTo } from "./apply-to";
import { undoApplied } from "./undo-applied";

const absent = { code: "NOT_FOUND" };
const refused = { code: "CONFLICT" };
const holding = (value: string) => ({
  rows: { match: "all", of: [{ field: "doc.title", is: "holds", value }] },
});
const batchOf = async (ctx: WorkspaceContext, id: string) =>
  (await getRehearsal(ctx, { id })).batchId ?? "";
/** Whatever an automation can change of a document. */
const factsOf = async (ctx: WorkspaceContext, id: string) => {
  const { title, type, isTypeCorrected, tags, projects, trashedAt } = await getDocument(ctx, {
    id,
  });
  return { title, type, isTypeCorrected, tags, projects, trashedAt };
};

describe("applying a rehearsal", () => {
  test("does what the rehearsal said, row by row and no more, and undone every row is as before", async () => {
    const ctx = await aContext({ role: "owner" });
    const { id: projectId } = await createProject(ctx, { name: "Bills" });
    const { id } = await aDraft(ctx, {
      when: holding("invoice"),
      start: "title",
      nodes: [
        {
          id: "title",
          kind: "action",
          action: "set-title",
          input: { title: "Paid: {{ doc.title }}" },
          next: "type",
        },
        { id: "type", kind: "action", action: "set-type", input: { type: "invoice" }, next: "if" },
        { id: "if", kind: "if", when: holding("Paid: Invoice 7"), yes: "trash", no: "tag" },
        { id: "trash", kind: "action", action: "trash", input: {}, next: null },
        { id: "tag", kind: "action", action: "add-tags", input: { tags: ["seen"] }, next: "file" },
        { id: "file", kind: "action", action: "add-to-project", input: { projectId }, next: null },
      ],
    });
    const documents = [];
    for (const title of ["Invoice 7", "Invoice 8", "Invoice 9", "Letter", "Memo"])
      documents.push(await aDocument(ctx, { title }));
    const ids = documents.map((each) => each.id);
    const before = await Promise.all(ids.map((each) => factsOf(ctx, each)));
    const rehearsalId = await rehearsed(ctx, { id, filter: {} });

    const said = (await listRehearsalRows(ctx, { id: rehearsalId })).items.flatMap(
      ({ document, lines }) =>
        lines.flatMap(({ node, change, outcome }) =>
          outcome === "changed" && change ? [{ document: document.id, node, ...change }] : [],
        ),
    );
    expect(said).toHaveLength(3 + 3 + 1 + 2 + 2);
    const applied = await applyTo(ctx, { id: rehearsalId });
    expect(applied.batchId).not.toBeNull();
    await applyAll(ctx);
    const done = [];
    for (const run of (await listRuns(ctx, { limit: 50 })).items) {
      const { changes, state } = await getRun(ctx, { id: run.id });
      expect(state).toBe("done");
      for (const { node, action, field, before: was, after } of changes)
        done.push({ document: run.document.id, node, action, field, before: was, after });
    }
    const key = (change: object) => JSON.stringify(Object.entries(change).toSorted());
    expect(done.map(key).toSorted()).toEqual(said.map(key).toSorted());
    expect(await getBatch(ctx, { id: applied.batchId ?? "" })).toMatchObject({
      kind: "automation",
      state: "finished",
      totals: { all: 3, done: 3, failed: 0 },
    });
    expect(await getAutomation(ctx, { id })).toMatchObject({
      state: "draft",
      publishedVersion: null,
    });
    await expect(applyTo(ctx, { id: rehearsalId })).rejects.toMatchObject(refused);

    await undoApplied(ctx, { id: rehearsalId });
    await undoAll(ctx);
    await undoAll(ctx);
    expect(await Promise.all(ids.map((each) => factsOf(ctx, each)))).toEqual(before);
    expect((await getRehearsal(ctx, { id: rehearsalId })).undo).toEqual({
      state: "done",
      changes: said.length,
      undone: said.length,
      kept: 0,
    });
  });

  test("refuses a document that has changed since, and lists it", async () => {
    const ctx = await aContext({ role: "owner" });
    const { id } = await aDraft(ctx);
    const one = await aDocument(ctx, { title: "One" });
    const other = await aDocument(ctx, { title: "Other" });
    const rehearsalId = await rehearsed(ctx, { id, filter: {} });
    await renameDocument(ctx, { id: one.id, title: "Another one" });
    await applyTo(ctx, { id: rehearsalId });
    await applyAll(ctx);
    const batchId = await batchOf(ctx, rehearsalId);
    const rows = (await listBatchDocuments(ctx, { id: batchId })).items;
    const byId = new Map(rows.map((row) => [row.documentId, row]));
    expect(byId.get(one.id)).toMatchObject({
      state: "failed",
      error: { message: "The document has changed since the rehearsal." },
    });
    expect(byId.get(other.id)).toMatchObject({ state: "done", error: null });
    expect((await getDocument(ctx, { id: one.id })).tags).toEqual([]);
    expect((await getBatch(ctx, { id: batchId })).reasons).toMatchObject([{ count: 1 }]);
    expect((await reportBatch(ctx, { id: batchId })).csv).toContain("changed since the rehearsal");
  });

  test("waits while its batch is paused, stops when it is cancelled, and begins each document once", async () => {
    const ctx = await aContext({ role: "owner" });
    const { id } = await aDraft(ctx);
    await aDocument(ctx);
    const job = inBackground(ctx, undefined, "apply-rehearsal");
    const one = await rehearsed(ctx, { id, filter: {} });
    await applyTo(ctx, { id: one });
    const batchId = await batchOf(ctx, one);
    await pauseBatch(ctx, { id: batchId });
    expect(await applyPart(job, { id: one })).toEqual({ isOver: false });
    expect((await listRuns(ctx, {})).items).toEqual([]);
    await resumeBatch(ctx, { id: batchId });
    await Promise.allSettled([applyPart(job, { id: one }), applyPart(job, { id: one })]);
    await applyAll(ctx);
    expect((await listRuns(ctx, {})).items).toHaveLength(1);
    const other = await rehearsed(ctx, { id, filter: {} });
    await applyTo(ctx, { id: other });
    await expect(undoApplied(ctx, { id: other })).rejects.toMatchObject(refused);
    await cancelBatch(ctx, { id: await batchOf(ctx, other) });
    await applyAll(ctx);
    expect((await listRuns(ctx, {})).items).toHaveLength(1);
    expect(await getBatch(ctx, { id: await batchOf(ctx, other) })).toMatchObject({
      state: "cancelled",
      totals: { cancelled: 1 },
    });
  });

  test("names what cannot be taken back before, and counts to no storm", async () => {
    const ctx = await aContext({ role: "owner" });
    const { id } = await anAutomation(ctx, {
      start: "again",
      nodes: [{ id: "again", kind: "action", action: "process-again", input: {}, next: null }],
    });
    const { id: documentId } = await aDocument(ctx);
    await cancelDocuments(ctx, { ids: [documentId] });
    const rehearsalId = await rehearsed(ctx, { id, version: 1, filter: {} });
    expect(await getRehearsal(ctx, { id: rehearsalId })).toMatchObject({
      counts: { irreversible: 1, processedAgain: 1 },
    });
    await expect(applyTo(ctx, { id: rehearsalId })).rejects.toMatchObject({
      code: "CONFIRMATION_NEEDED",
    });
    await applyTo(ctx, { id: rehearsalId, isConfirmed: true });
    await applyAll(ctx);
    expect((await getAutomation(ctx, { id })).state).toBe("on");
    await undoApplied(ctx, { id: rehearsalId });
    await undoAll(ctx);
    expect((await getRehearsal(ctx, { id: rehearsalId })).undo).toMatchObject({
      undone: 0,
      kept: 1,
    });
  });

  test("is for its owner and for admins, and is absent next door", async () => {
    const owner = await aContext({ role: "owner" });
    const id = await aRehearsalOf(owner);
    const other = await aColleague(owner);
    const stranger = await aContext({ role: "owner" });
    for (const each of [other, stranger]) {
      await expect(applyTo(each, { id })).rejects.toMatchObject(absent);
      await expect(undoApplied(each, { id })).rejects.toMatchObject(absent);
    }
    await expect(undoApplied(owner, { id })).rejects.toMatchObject(refused);
  });
});
