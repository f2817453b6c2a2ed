import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { aColleague, aContext } from "../../../test/contexts";
import {
  aModel,
  anIndex,
  anUnderstanding,
  aReadyDocument,
  aRestrictedProject,
  wordVectors,
} from "../../../test/documents";
import type { WorkspaceContext } from "../../context";
import { createProject } from "../../projects/create-project";
import { findPassages } from "../../search/find-passages";
import { listDuplicates } from "../../search/likeness/list-duplicates";
import { listSimilar } from "../../search/likeness/list-similar";
import { countDocuments } from "../count-documents";
import { fileDocuments } from "../file-documents";
import { listDocuments } from "../list-documents";
import { trashDocuments } from "../trash-documents";
import { markOpened } from "./mark-opened";

const { index, close } = await anIndex();
afterAll(close);

type Given = {
  title: string;
  type: string | null;
  language: string;
  facts: [string, string][];
  entities: string[];
  text: string;
};

/** A document of these facts, understood as a model would. A fact's value is its normal form. */
async function understood(ctx: WorkspaceContext, given: Partial<Given>) {
  const {
    title = "Paper",
    type = "other",
    language = "en",
    facts = [],
    entities = [],
    text = "The text.",
  } = given;
  const understanding = anUnderstanding({
    type: { name: type, confidence: type === null ? null : 0.9, candidates: [], evidence: [] },
    language: { code: language, confidence: 0.9 },
    facts: facts.map(([name, value]) => ({
      name,
      value,
      normalised: value,
      confidence: 0.9,
      evidence: [],
    })),
    entities: entities.map((name) => ({
      kind: "organisation",
      text: name,
      confidence: 0.9,
      evidence: [[0, 3]],
    })),
  });
  const { id } = await aReadyDocument(ctx, `${title} ${Math.random()}`, {
    fileName: `${title}.txt`,
    model: aModel(text),
    understanding,
  });
  return id;
}

describe("a query in the library", () => {
  let ctx: WorkspaceContext;
  let ids: Record<string, string>;
  const found = async (q: string, as: WorkspaceContext = ctx) => {
    const { items } = await listDocuments(as, { q });
    return items.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id)).sort();
  };

  beforeAll(async () => {
    ctx = await aContext({ ai: wordVectors, index });
    ids = {
      lease: await understood(ctx, {
        title: "Lease of the mill",
        type: "contract",
        facts: [
          ["party", "Acme GmbH"],
          ["agreement date", "2025-03-01"],
          ["rent", "EUR 4100"],
          ["end date", "2027-12-31"],
        ],
        entities: ["Acme GmbH"],
        text: "The rent of the mill is due each month and the tenant pays it by transfer to the account of the landlord named above, 4100.",
      }),
      copy: await understood(ctx, {
        title: "Lease (copy)",
        type: "contract",
        language: "de",
        text: "The rent of the mill is due each month and the tenant pays it by transfer to the account of the landlord named above, 4100.",
      }),
      bill: await understood(ctx, {
        title: "Bill 7",
        type: "invoice",
        facts: [
          ["supplier", "ACME Ltd"],
          ["total", "USD 7200.50"],
          ["invoice date", "2026-02-10"],
          ["invoice number", "A-7"],
        ],
      }),
      untyped: await understood(ctx, { title: "Scan", type: null }),
    };
    const project = await createProject(ctx, { name: "Office move" });
    await fileDocuments(ctx, { projectId: project.id, add: [ids.bill ?? ""] });
  });

  test.each([
    ["lease", ["copy", "lease"]],
    ["lease -copy", ["lease"]],
    ['"of the mill"', ["lease"]],
    ["lease OR bill", ["bill", "copy", "lease"]],
    ["type:Contract", ["copy", "lease"]],
    ["type:contract,invoice -lang:de", ["bill", "lease"]],
    ["type:none", ["untyped"]],
    ["status:needs_review", ["untyped"]],
    ["language:de", ["copy"]],
    ['project:"office move"', ["bill"]],
    ["from:acme", ["bill"]],
    ["party:acme", ["bill", "lease"]],
    ["entity:acme", ["lease"]],
    ["amount>5000", ["bill"]],
    ["amount:4000..5000", ["lease"]],
    ["amount>EUR5000", []],
    ["total>=7200.50", ["bill"]],
    ["field.rent<5000", ["lease"]],
    ["field.invoice-number:A-7", ["bill"]],
    ["field.end-date>2026", ["lease"]],
    ["date:2025", ["lease"]],
    ["after:2025 before:2026-03", ["bill"]],
    ["date:2025-03..2026-02", ["bill", "lease"]],
    ["added:today -date:today", ["bill", "lease"]],
    ["is:duplicate", ["copy", "lease"]],
    ["(type:invoice amount>5000) OR language:de", ["bill", "copy"]],
    ["-(type:contract OR type:invoice)", ["untyped"]],
    ["nosuch:thing type:invoice", []],
  ])("%s finds %s", async (q, expected) => {
    expect(await found(q)).toEqual(expected);
  });

  test("unread-by-me is another list for each person, and empties as they open documents", async () => {
    const colleague = await aColleague(ctx);
    await markOpened(ctx, { id: ids.bill ?? "" });

    expect(await found("is:unread-by-me")).toEqual(["copy", "lease", "untyped"]);
    expect(await found("is:unread-by-me", colleague)).toEqual(["bill", "copy", "lease", "untyped"]);
    expect(await found("is:mine", colleague)).toEqual([]);
  });

  test("counts each facet without its own condition, and all that fulfil the query", async () => {
    const counted = await countDocuments(ctx, { q: "type:contract language:en" });

    const plain = (counts: { value: string | null; count: number }[]) =>
      counts.map(({ value, count }) => [value, count]);
    expect(plain(counted.types)).toEqual(
      [
        ["contract", 1],
        ["invoice", 1],
        [null, 1],
      ].sort(),
    );
    expect(plain(counted.languages)).toEqual([
      ["de", 1],
      ["en", 1],
    ]);
    expect(plain(counted.years)).toEqual([["2025", 1]]);
    expect(counted.total).toBe(1);
  });

  test.each([
    "",
    "lease OR bill",
    "amount>4000",
    "date:2025-03..2026-02",
    "added:today",
    "is:duplicate",
    "entity:acme",
    "-is:unread-by-me",
    "-(project:x OR tag:none)",
    '"100% $1 $2"',
  ])("facets of %s count what each person's list holds", async (q) => {
    const admin = await aColleague(ctx, { role: "admin" });
    const hidden = await createProject(admin, { name: `Board ${q}`, isRestricted: true });
    await fileDocuments(admin, { projectId: hidden.id, add: [ids.copy ?? ""] });
    for (const actor of [admin, await aColleague(ctx)]) {
      const { items } = await listDocuments(actor, { q });
      const counted = await countDocuments(actor, { q });
      const values = (of: (item: (typeof items)[number]) => readonly (string | null)[]) =>
        Object.entries(Object.groupBy(items.flatMap(of), String))
          .map(([value, found]) => [value, found?.length])
          .sort();
      const shown = (counts: { value: string | null; count: number }[]) =>
        counts.map(({ value, count }) => [String(value), count]).sort();
      expect(counted.total).toBe(items.length);
      expect(shown(counted.types)).toEqual(values(({ type }) => [type]));
      expect(shown(counted.statuses)).toEqual(values(({ status }) => [status]));
      expect(shown(counted.languages)).toEqual(values(({ language }) => [language]));
      expect(shown(counted.projects)).toEqual(
        values(({ projects }) => projects.map(({ id }) => id)),
      );
    }
    await fileDocuments(admin, {
      projectId: hidden.id,
      remove: [ids.copy ?? ""],
      isConfirmed: true,
    });
  });

  test("a search finds passages only in documents that fulfil the conditions, and names what it did not understand", async () => {
    const search = async (q: string) => {
      const result = await findPassages(ctx, { q });
      return {
        found: [...new Set(result.items.map(({ document }) => document.title))].sort(),
        troubles: result.troubles.length,
      };
    };
    expect(await search("rent amount:4000..5000")).toEqual({
      found: ["Lease of the mill"],
      troubles: 0,
    });
    expect(await search("rent language:de")).toEqual({ found: ["Lease (copy)"], troubles: 0 });
    expect(await search("rent amount>9000")).toEqual({ found: [], troubles: 0 });
    expect(await search("type:contract")).toEqual({ found: [], troubles: 0 });
    expect((await search("rent after:soon")).troubles).toBe(1);
  });

  test("the trash is its own place", async () => {
    const id = await understood(ctx, { title: "Thrown" });
    ids = { ...ids, thrown: id };
    await trashDocuments(ctx, { ids: [id] });

    expect(await found("thrown")).toEqual([]);
    expect(await found("in:trash")).toEqual(["thrown"]);
  });

  test("a copy is named with its figures, and what is about the same things is found", async () => {
    const dearer = await understood(ctx, {
      title: "Lease (dearer)",
      text: "The rent of the mill is due each month and the tenant pays it by transfer to the account of the landlord named above, 4340.",
    });
    const { items } = await listDuplicates(ctx, { id: ids.lease ?? "" });
    expect(items.map(({ document, isSame, figures }) => [document.id, isSame, figures])).toEqual(
      [
        [ids.copy, true, { onlyHere: [], onlyThere: [] }],
        [dearer, false, { onlyHere: ["4100"], onlyThere: ["4340"] }],
      ].sort(),
    );
    const similar = await listSimilar(ctx, { id: ids.lease ?? "" });
    expect(similar.items.map(({ document }) => document.id)).not.toContain(dearer);
    await expect(listDuplicates(await aContext(), { id: dearer })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await trashDocuments(ctx, { ids: [dearer] });
  });

  test("opening is refused for a document of next door", async () => {
    await expect(markOpened(await aContext(), { id: ids.bill ?? "" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

test("a copy that a person may not see makes no duplicate, and a hidden project is no condition", async () => {
  const { project, insider, outsider } = await aRestrictedProject({ ai: wordVectors, index });
  const text =
    "Each word of this long text is the same in both of the papers, so that anybody who sees the two of them knows that one is a copy.";
  const id = await understood(outsider, { title: "Open", text });
  const secret = await understood(insider, { title: "Secret copy", text });
  await fileDocuments(insider, { projectId: project.id, add: [secret] });

  const found = async (ctx: WorkspaceContext, q: string) =>
    (await listDocuments(ctx, { q })).items.map((document) => document.id).sort();
  expect(await found(insider, "is:duplicate")).toEqual([id, secret].sort());
  expect(await found(outsider, "is:duplicate")).toEqual([]);
  expect(await found(insider, "project:secret")).toEqual([secret]);
  expect(await found(outsider, "project:secret")).toEqual([]);
});
