import { afterAll, describe, expect, test } from "vitest";
import { aColleague, aContext, actingIn, inBackground } from "../../test/contexts";
import {
  aModel,
  anIndex,
  anUnderstanding,
  aReadyDocument,
  process,
  wordVectors,
} from "../../test/documents";
import { getText } from "../content/get-text";
import type { WorkspaceContext } from "../context";
import { correctType } from "../documents/correct-type";
import { getDocument } from "../documents/get-document";
import { featuresVersion } from "../models/contract/measure-document";
import { findPassages } from "../search/find-passages";
import { applyCleanings } from "./cleaning/apply-cleanings";
import { listCleanings } from "./cleaning/list-cleanings";
import { previewCleaning } from "./cleaning/preview-cleaning";
import { undoCleanings } from "./cleaning/undo-cleanings";
import type { IssueKind } from "./contract/issue-words";
import { measureDocuments } from "./features/measure-documents";
import { countIssues } from "./issues/count-issues";
import { decideIssues } from "./issues/decide-issues";
import { listIssues } from "./issues/list-issues";
import { lookForBoilerplate } from "./issues/look-for-boilerplate";
import { lookOverDocuments } from "./issues/look-over-documents";
import { lookAtLabels } from "./labels/look-at-labels";

const { index, close } = await anIndex();
afterAll(close);

const right = "Grüße aus Köln: die Brücke über die Bäche führt zur Mühle, schöne Größe für Jörg.";
const wrong = new TextDecoder("windows-1252").decode(new TextEncoder().encode(right));
const words = (marker: string) =>
  `The ${marker} rents the old mill by the river for ten years and pays every first Monday of the month to the landlord, who keeps the roof and the wheel in good order.`;

async function anAdmin() {
  const ctx = await aContext({ index, ai: wordVectors, role: "admin" });
  const job = actingIn(ctx, { kind: "job", name: "run-schedule" })(ctx.workspaceId);
  return { ctx, job };
}

/** The same context, with a reader that reads this model again. */
const rereading = (ctx: WorkspaceContext, model: ReturnType<typeof aModel>) => ({
  ...ctx,
  reader: { ...ctx.reader, read: async () => structuredClone(model) },
  ai: { ...ctx.ai, ...wordVectors, understand: async () => anUnderstanding() },
});

const stored = (ctx: WorkspaceContext, documentId: string) =>
  ctx.db.read({ workspaceId: ctx.workspaceId, principals: ["all"] }, ({ dataIssues }) =>
    dataIssues.list({ documentId }, { limit: 20 }),
  );
const openKinds = async (ctx: WorkspaceContext, documentId: string) =>
  (await stored(ctx, documentId)).items
    .filter(({ state }) => state === "open")
    .map(({ kind }) => kind);
const issueOf = async (ctx: WorkspaceContext, kind: IssueKind) =>
  (await listIssues(ctx, { kind })).items[0] ?? expect.fail(`no issue ${kind}`);
const textOf = async (ctx: WorkspaceContext, id: string) =>
  JSON.stringify(await getText(ctx, { id }));

describe("features", () => {
  test("are stored when a document is understood, and a sweep makes missing ones again, twice as once", async () => {
    const { ctx, job } = await anAdmin();
    const { id } = await aReadyDocument(ctx, words("miller"));
    const values = () =>
      ctx.db.read({ workspaceId: ctx.workspaceId, principals: ["all"] }, ({ dataIssues }) =>
        dataIssues.listToLookAt(featuresVersion, 5),
      );
    expect((await values())[0]?.values).toMatchObject({
      words: 33,
      tables: 0,
      source: "upload",
      mojibake: 0,
    });

    await ctx.db.write({ workspaceId: ctx.workspaceId, principals: ["all"] }, ({ featureValues }) =>
      featureValues.put("an earlier version", [{ documentId: id, values: {} }]),
    );
    expect(await measureDocuments(job, { after: "" })).toEqual({ next: null, measured: 1 });
    expect(await measureDocuments(job, { after: "" })).toEqual({ next: null, measured: 0 });
    expect((await values())[0]?.values).toMatchObject({ words: 33 });
  });
});

describe("issues", () => {
  test("are found once, are counted and listed, and go when the document has changed", async () => {
    const { ctx, job } = await anAdmin();
    const { id } = await aReadyDocument(ctx, "1");

    expect(await lookOverDocuments(job, {})).toEqual({ looked: 1, found: 1, isMore: false });
    expect(await lookOverDocuments(job, {})).toEqual({ looked: 0, found: 0, isMore: false });

    expect(await openKinds(ctx, id)).toEqual(["empty_text"]);
    expect((await countIssues(ctx, {})).items).toEqual([
      { kind: "empty_text", source: "upload", severity: "high", state: "open", count: 1 },
    ]);
  });

  test("that a person ignored stay so, with the reason, though they are found again", async () => {
    const { ctx, job } = await anAdmin();
    const { id } = await aReadyDocument(ctx, "1");
    await lookOverDocuments(job, {});
    const issue = await issueOf(ctx, "empty_text");

    await decideIssues(ctx, { ids: [issue.id], state: "ignored", reason: "A photograph." });
    await correctType(ctx, { id, type: "other" });
    expect((await lookOverDocuments(job, {})).looked).toBe(1);

    expect((await stored(ctx, id)).items).toMatchObject([
      { state: "ignored", reason: "A photograph." },
    ]);
    await decideIssues(ctx, { ids: [issue.id], state: "open" });
    expect(await openKinds(ctx, id)).toEqual(["empty_text"]);
  });

  test("are for owners and admins, and of their workspace alone", async () => {
    const { ctx, job } = await anAdmin();
    await aReadyDocument(ctx, "1");
    await lookOverDocuments(job, {});
    const { id } = await issueOf(ctx, "empty_text");
    const member = await aColleague(ctx, { role: "member" });
    const stranger = await aContext({ role: "admin" });

    await expect(listIssues(member, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(decideIssues(member, { ids: [id], state: "ignored" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(previewCleaning(stranger, { issueId: id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await decideIssues(stranger, { ids: [id], state: "ignored" })).toEqual({ ids: [] });
  });
});

describe("cleaning", () => {
  test("of a wrong encoding shows what changes, is found by its letters afterwards, and is undone", async () => {
    const { ctx, job } = await anAdmin();
    const model = aModel(wrong);
    const { id } = await aReadyDocument(ctx, wrong, { model });
    await lookOverDocuments(job, {});
    const issue = await issueOf(ctx, "encoding");

    const preview = await previewCleaning(ctx, { issueId: issue.id });
    const said = (kind: string) =>
      preview.parts
        .flatMap((part) => (part.kind === "same" || part.kind === kind ? [part.text] : []))
        .join("");
    expect([said("before"), said("after")]).toEqual([wrong, right]);
    expect(await textOf(ctx, id)).toContain("Ã");

    const { batchId } = await applyCleanings(ctx, { issueIds: [issue.id] });
    expect(batchId).toMatch(/^bat_/);
    await process(rereading(ctx, model), id);
    expect(await textOf(ctx, id)).toContain(right);
    expect((await findPassages(ctx, { q: "Brücke Bäche" })).items[0]?.document.id).toBe(id);
    await lookOverDocuments(job, {});
    expect(await openKinds(ctx, id)).toEqual([]);

    const [made = expect.fail()] = (await listCleanings(ctx, {})).items;
    expect(made).toMatchObject({ documentId: id, kind: "repair-encoding" });
    await undoCleanings(ctx, { ids: [made.id] });
    await process(rereading(ctx, model), id);
    expect(await textOf(ctx, id)).toContain("Ã");
    expect(await openKinds(ctx, id)).toEqual(["encoding"]);
    await expect(undoCleanings(ctx, { ids: [made.id] })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("leaves out what a sender repeats in every mail, from the text and from what is found", async () => {
    const { ctx, job } = await anAdmin();
    const notice = "This message is confidential and may be read by its addressee and nobody else.";
    const mailOf = (own: string) => {
      const model = aModel(own, notice);
      return { ...model, format: "eml" as const, metadata: { from: "Ann <ann@mill.example>" } };
    };
    const models = ["rope", "oars", "lamp", "bread", "tea"].map((thing) =>
      mailOf(`Please bring ${words(thing)}`),
    );
    const ids: string[] = [];
    for (const model of models) ids.push((await aReadyDocument(ctx, model.text, { model })).id);
    const [id = ""] = ids;

    expect(await lookForBoilerplate(job, { after: "" })).toEqual({ next: null, found: 5 });
    expect(await lookForBoilerplate(job, { after: "" })).toEqual({ next: null, found: 5 });
    const issue =
      (await listIssues(ctx, { kind: "boilerplate", documentId: id })).items[0] ?? expect.fail();
    expect(issue).toMatchObject({
      source: "mail",
      texts: [notice],
      details: { lines: 1, mails: 5 },
    });

    await applyCleanings(ctx, { issueIds: [issue.id] });
    await process(rereading(ctx, models[0] ?? expect.fail()), id);

    expect(await textOf(ctx, id)).not.toContain("confidential");
    const { items } = await findPassages(ctx, { q: "confidential addressee" });
    expect(
      items
        .filter(({ document }) => document.id === id)
        .map(({ passage }) => passage.text)
        .join(),
    ).not.toContain("confidential");
  });

  test("keeps one of two documents with the same text, and brings the other back", async () => {
    const { ctx, job } = await anAdmin();
    const first = await aReadyDocument(ctx, words("miller"));
    const second = await aReadyDocument(ctx, `${words("miller")} `, {
      model: aModel(words("miller")),
    });
    await lookOverDocuments(job, {});
    const issue = await issueOf(ctx, "duplicate");
    expect(issue).toMatchObject({ documentId: second.id, details: { of: first.id } });
    expect((await previewCleaning(ctx, { issueId: issue.id })).kept?.id).toBe(first.id);

    expect(await applyCleanings(ctx, { issueIds: [issue.id] })).toEqual({
      batchId: null,
      cleaned: 1,
    });
    expect((await getDocument(ctx, { id: second.id })).trashedAt).not.toBeNull();

    const [made = expect.fail()] = (await listCleanings(ctx, {})).items;
    await undoCleanings(ctx, { ids: [made.id] });
    expect((await getDocument(ctx, { id: second.id })).trashedAt).toBeNull();
  });

  test("is not made for issues that need a person", async () => {
    const { ctx, job } = await anAdmin();
    await aReadyDocument(ctx, "1");
    await lookOverDocuments(job, {});
    const { id } = await issueOf(ctx, "empty_text");
    await expect(applyCleanings(ctx, { issueIds: [id] })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});

test("labels that contradict each other on one text are shown on both, and go when one is withdrawn", async () => {
  const { ctx, job } = await anAdmin();
  const one = await aReadyDocument(ctx, words("miller"));
  const other = await aReadyDocument(ctx, `${words("miller")} `, {
    model: aModel(words("miller")),
  });
  await correctType(ctx, { id: one.id, type: "letter" });
  await correctType(ctx, { id: other.id, type: "memo" });

  expect(await lookAtLabels(job, {})).toEqual({ labels: 2, found: 2 });
  expect((await issueOf(ctx, "label_contradiction")).details).toMatchObject({
    otherLabel: expect.any(String),
  });

  await correctType(ctx, { id: other.id, type: "letter" });
  expect(await lookAtLabels(job, {})).toEqual({ labels: 2, found: 0 });
  expect((await listIssues(ctx, { kind: "label_contradiction" })).items).toEqual([]);
});

test("a job of another kind may not look at documents", async () => {
  const { ctx } = await anAdmin();
  await expect(lookOverDocuments(inBackground(ctx), {})).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
