import { indexScope } from "@besunny/ai/index/index-scope";
import { afterAll, describe, expect, test } from "vitest";

import { aColleague, aContext, announced, inBackground } from "../../test/contexts";
import {
  aDocument,
  anIndex,
  anUnderstanding,
  aReadyDocument,
  aRestrictedProject,
  wordVectors,
} from "../../test/documents";
import { createReprocessBatch } from "../batches/create-reprocess-batch";
import type { WorkspaceContext } from "../context";
import { correctType } from "../documents/correct-type";
import { deleteDocuments } from "../documents/delete-documents";
import { fileDocuments } from "../documents/file-documents";
import { renameDocument } from "../documents/rename-document";
import { restoreDocuments } from "../documents/restore-documents";
import { trashDocuments } from "../documents/trash-documents";
import { documentsChanged } from "../events";
import { cancelDocuments } from "../processing/cancel-documents";
import { createProject } from "../projects/create-project";
import { updateProject } from "../projects/update-project";
import { findPassages } from "./find-passages";
import { syncIndex } from "./sync-index";
import { syncIndexRange } from "./sync-index-range";

const { index, close } = await anIndex();
afterAll(close);

const searching = { index, ai: wordVectors };
const text = "The tenant pays the rent on the first Monday of the month.";
const search = (ctx: WorkspaceContext, input: Partial<Parameters<typeof findPassages>[1]> = {}) =>
  findPassages(ctx, { q: "rent", ...input });
const idsOf = async (ctx: WorkspaceContext, input: Parameters<typeof search>[1] = {}) =>
  (await search(ctx, input)).items.map(({ document }) => document.id);
const held = ({ workspaceId }: WorkspaceContext, id: string, principals = ["all"]) =>
  index.count(indexScope(workspaceId, principals), { documentIds: [id] });

describe("findPassages", () => {
  test("gives the passage with its place, its marks, its document and why it was found", async () => {
    const ctx = await aContext({ ...searching, role: "viewer" });
    const { id } = await aReadyDocument(await aColleague(ctx), text);

    const { items, facets } = await search(ctx);

    expect(items).toMatchObject([
      {
        document: { id, status: "ready", type: "contract" },
        passage: { text, page: 1, span: [0, text.length], at: { block: expect.any(String) } },
        score: expect.any(Number),
        why: { lexical: expect.any(Number) },
      },
    ]);
    expect(items[0]?.passage.marks.map(([start, end]) => text.slice(start, end))).toEqual(["rent"]);
    expect(facets).toMatchObject({
      types: [{ name: null, count: 1 }],
      projects: [],
    });
  });

  test("says why: the ranks of both legs, and the words of the text and of headings", async () => {
    const ctx = await aContext(searching);
    await aReadyDocument(ctx, text);

    const { items, isWeak, hints } = await search(ctx, { q: "tenant rent deposit" });

    expect(items[0]?.why).toMatchObject({
      denseRank: 1,
      lexicalRank: 1,
      words: ["tenant", "rent"],
    });
    expect({ isWeak, hints }).toEqual({ isWeak: false, hints: null });
  });

  test("finds nothing where nothing matches, and says what to try; a question gets what is nearest", async () => {
    const ctx = await aContext(searching);
    const { id } = await aReadyDocument(ctx, text);

    const found = await search(ctx, { q: "zxqv tennant" });
    const asked = await search(ctx, { q: "zxqv tennant", isPlain: true });

    expect(found).toMatchObject({ items: [], isWeak: true, facets: { types: [], projects: [] } });
    expect(found.hints?.near).toContainEqual({ word: "tennant", near: ["tenant"] });
    expect((await search(ctx, { q: "tennant" })).hints?.didYouMean).toBe("tenant");
    expect(asked.isWeak).toBe(true);
    expect(asked.items.map(({ document }) => document.id)).toEqual([id]);
  });

  test("says which filter to lift, and suggests no word that only others may see", async () => {
    const { project, insider, outsider } = await aRestrictedProject(searching);
    await aReadyDocument(insider, "The zeppelin is sold.", { projectIds: [project.id] });
    await aReadyDocument(insider, text);

    const filtered = await search(outsider, { q: "rent", type: "invoice" });
    const misspelt = await search(outsider, { q: "zepelin" });
    const hidden = await search(outsider, { q: "zeppelin", type: "invoice" });

    expect(filtered.hints?.lift).toEqual([{ filter: "type", documents: 1 }]);
    expect(misspelt.hints).toMatchObject({
      didYouMean: null,
      near: [{ word: "zepelin", near: [] }],
    });
    expect(hidden.hints?.lift).toEqual([]);
    expect((await search(insider, { q: "zepelin" })).hints?.didYouMean).toBe("zeppelin");
  });

  test("by document shows each once with its further passages, and folds what says the same", async () => {
    const ctx = await aContext(searching);
    const long = (start: string) =>
      `${start} ${"The tenant pays rent for the house, which is in order. ".repeat(40)}`;
    const lease = await aReadyDocument(ctx, long("The rent is due on Monday."));
    const copy = await aReadyDocument(ctx, text);
    const second = await aReadyDocument(ctx, text, { fileName: "copy.txt" });

    const { items } = await search(ctx, { q: "rent tenant", groupBy: "document" });

    const ids = items.map(({ document }) => document.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(items.find(({ document }) => document.id === lease.id)?.moreCount).toBeGreaterThan(0);
    const folded = items.find(({ document }) => [copy.id, second.id].includes(document.id));
    expect(folded?.alsoIn.map((each) => each.id)).toEqual(
      [copy.id, second.id].filter((id) => id !== folded?.document.id),
    );
  });

  test("finds what has just become ready among what is ready", async () => {
    const ctx = await aContext(searching);
    const { id } = await aReadyDocument(ctx, text);

    expect(await idsOf(ctx, { status: "ready" })).toEqual([id]);
    expect(await idsOf(ctx, { status: "processing" })).toEqual([]);
  });

  test("finds nothing next door", async () => {
    await aReadyDocument(await aContext(searching), text);

    const neighbour = await aContext({ ...searching, role: "owner" });

    expect(await search(neighbour)).toMatchObject({
      items: [],
      facets: { types: [], projects: [] },
    });
  });

  test("finds what is in a restricted project for its members and admins alone, in facets too", async () => {
    const { project, admin, insider, outsider } = await aRestrictedProject(searching);
    const { id } = await aReadyDocument(insider, text, { projectIds: [project.id] });

    expect(await idsOf(insider)).toEqual([id]);
    expect(await idsOf(admin, { projectId: project.id })).toEqual([id]);
    expect((await search(insider)).facets.projects).toMatchObject([{ name: "Secret", count: 1 }]);
    expect(await search(outsider)).toMatchObject({
      items: [],
      facets: { types: [], projects: [] },
    });
    expect(await idsOf(outsider, { documentId: id })).toEqual([]);
  });

  test("never shows what the index still holds but Postgres no longer lets be seen", async () => {
    const { project, admin, insider, outsider } = await aRestrictedProject(searching);
    const { id } = await aReadyDocument(admin, text);
    expect(await idsOf(outsider)).toEqual([id]);

    await fileDocuments(insider, { projectId: project.id, add: [id] });
    expect(await held(outsider, id, ["ws"])).toBe(1);
    expect(await idsOf(outsider)).toEqual([]);

    await trashDocuments(admin, { ids: [id] });
    expect(await idsOf(admin)).toEqual([]);
  });

  test("filters by project, document and type, with the truth having the last word", async () => {
    const ctx = await aContext(searching);
    const project = await createProject(ctx, { name: "Building" });
    const inside = await aReadyDocument(ctx, text, { projectIds: [project.id] });
    const outside = await aReadyDocument(ctx, `Another lease. ${text}`, {
      understanding: anUnderstanding({ language: { code: "de", confidence: 1 } }),
    });

    expect(await idsOf(ctx, { projectId: project.id })).toEqual([inside.id]);
    expect(await idsOf(ctx, { documentId: outside.id })).toEqual([outside.id]);
    expect(await idsOf(ctx, { language: "de" })).toEqual([outside.id]);
    await correctType(ctx, { id: inside.id, type: "memo" });
    expect(await idsOf(ctx, { type: "contract" })).toEqual([outside.id]);
    expect((await search(ctx, { limit: 1 })).items).toHaveLength(1);
  });
});

describe("syncIndexRange", () => {
  const rangeOf = async (ctx: WorkspaceContext) => {
    const last = (await announced(ctx)).findLast(({ name }) => name === "documents/changed");
    const { fromSeq, toSeq } = documentsChanged.schema.parse(last?.data);
    return { fromSeq, toSeq };
  };
  const sync = (ctx: WorkspaceContext, range: { fromSeq: number; toSeq: number }) =>
    syncIndexRange(inBackground(ctx, undefined, "sync-index"), range);

  async function aRestriction() {
    const lead = await aContext({ ...searching, role: "admin" });
    const { id: projectId } = await createProject(lead, { name: "Building" });
    const ids = [];
    for (const words of ["one", "two", "three"])
      ids.push((await aReadyDocument(lead, `${words} rent`, { projectIds: [projectId] })).id);
    await updateProject(lead, { id: projectId, isRestricted: true });
    return { lead, projectId, ids, range: await rangeOf(lead) };
  }
  const heldBy = (ctx: WorkspaceContext, ids: readonly string[], principal: string) =>
    Promise.all(ids.map((id) => held(ctx, id, [principal])));

  test("makes the index follow a command on many documents; twice is as once", async () => {
    const { lead, projectId, ids, range } = await aRestriction();
    expect(await heldBy(lead, ids, "ws")).toEqual([1, 1, 1]);

    for (const _ of [1, 2]) {
      expect(await sync(lead, range)).toEqual({ synced: 3, next: null });
      expect(await heldBy(lead, ids, "ws")).toEqual([0, 0, 0]);
      expect(await heldBy(lead, ids, projectId)).toEqual([1, 1, 1]);
    }
  });

  test("leaves documents to a later command on many, and misses none that changed by itself since", async () => {
    const { lead, projectId, ids, range } = await aRestriction();
    const [trashed = "", renamed = "", reprocessed = ""] = ids;
    await trashDocuments(lead, { ids: [trashed] });
    const later = await rangeOf(lead);
    await renameDocument(lead, { id: renamed, title: "Renamed" });
    await createReprocessBatch(lead, { ids: [reprocessed] });
    await cancelDocuments(lead, { ids: [reprocessed] });

    expect(await sync(lead, range)).toMatchObject({ synced: 2 });
    expect(await heldBy(lead, ids, projectId)).toEqual([0, 1, 1]);
    expect(await sync(lead, later)).toMatchObject({ synced: 1 });
    expect(await heldBy(lead, [trashed], "all")).toEqual([0]);
    await sync(lead, range);
    expect(await heldBy(lead, ids, projectId)).toEqual([0, 1, 1]);
  });

  test("writes no older state over a newer one that came while it worked", async () => {
    const { lead, projectId, ids, range } = await aRestriction();
    const [first = ""] = ids;
    let isFirst = true;
    const slow = {
      ...index,
      updatePayload: async (...given: Parameters<typeof index.updatePayload>) => {
        if (isFirst) {
          isFirst = false;
          await updateProject(lead, { id: projectId, isRestricted: false, isConfirmed: true });
          await sync(lead, await rangeOf(lead));
        }
        await index.updatePayload(...given);
      },
    };

    await syncIndexRange(inBackground(lead, { ...searching, index: slow }, "sync-index"), range);

    expect(isFirst).toBe(false);
    expect(await held(lead, first, ["ws"])).toBe(1);
  });

  test("is for background jobs alone, and changes nothing next door", async () => {
    const { lead, ids, range } = await aRestriction();

    await expect(syncIndexRange(lead, range)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await sync(await aContext(searching), range)).toEqual({ synced: 0, next: null });
    expect(await heldBy(lead, ids, "ws")).toEqual([1, 1, 1]);
  });
});

describe("syncIndex", () => {
  const sync = (ctx: WorkspaceContext, documentId: string) =>
    syncIndex(inBackground(ctx), { documentId });

  test("makes the index follow who may see, the type and the trash; twice is as once", async () => {
    const lead = await aContext(searching);
    const { id: projectId } = await createProject(lead, { name: "Building" });
    const { id } = await aReadyDocument(lead, text, { projectIds: [projectId] });
    expect(await held(lead, id, ["ws"])).toBe(1);

    await updateProject(lead, { id: projectId, isRestricted: true });
    for (const _ of [1, 2]) {
      await sync(lead, id);
      expect([await held(lead, id, ["ws"]), await held(lead, id, [projectId])]).toEqual([0, 1]);
    }
    const inside = {
      ...lead,
      actor: { ...lead.actor, projects: [{ id: projectId, role: "lead" as const }] },
    };
    await correctType(inside, { id, type: "memo" });
    await sync(lead, id);
    expect(await idsOf(inside, { type: "memo" })).toEqual([id]);

    await trashDocuments(inside, { ids: [id] });
    for (const _ of [1, 2]) {
      await sync(lead, id);
      expect(await held(lead, id)).toBe(0);
    }
    await restoreDocuments(inside, { ids: [id] });
    for (const _ of [1, 2]) {
      await sync(lead, id);
      expect(await idsOf(inside)).toEqual([id]);
    }
  });

  test("takes out what was deleted, and leaves alone what is not indexed yet", async () => {
    const ctx = await aContext({ ...searching, role: "admin" });
    const { id } = await aReadyDocument(ctx, text);
    const waiting = await aDocument(ctx);
    await trashDocuments(ctx, { ids: [id] });
    await deleteDocuments(ctx, { ids: [id] });

    await sync(ctx, id);
    await sync(ctx, waiting.id);

    expect([await held(ctx, id), await held(ctx, waiting.id)]).toEqual([0, 0]);
  });

  test("is for background functions, and touches nothing next door", async () => {
    const ctx = await aContext({ ...searching, role: "owner" });
    const { id } = await aReadyDocument(ctx, text);

    await expect(syncIndex(ctx, { documentId: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await sync(await aContext(searching), id);

    expect(await idsOf(ctx)).toEqual([id]);
  });
});
