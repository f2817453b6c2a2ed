import { afterAll, describe, expect, test } from "vitest";

import { aColleague, auditOf } from "../../../test/contexts";
import { anIndex } from "../../../test/documents";
import { aLearner, textOf } from "../../../test/models/learning";
import { createField } from "../../fields/create-field";
import { exportLabels } from "../../models/labels/export-labels";
import { getTeaching } from "../../models/labels/get-teaching";
import { listContradictions } from "../../models/labels/list-contradictions";
import { listHelpful } from "../../models/labels/list-helpful";
import { listLabels } from "../../models/labels/list-labels";
import { dismissProposal } from "../../models/proposals/dismiss-proposal";
import { proposeTypes } from "../../models/proposals/propose-types";
import { createProject } from "../../projects/create-project";
import { changeType } from "../../understanding/change-type";
import { listClassifications } from "../../understanding/list-classifications";
import { correctType } from "../correct-type";
import { fileDocuments } from "../file-documents";
import { getDocument } from "../get-document";
import { correctTypes } from "../many/correct-types";
import { acceptTypes } from "../review/accept-types";
import { withdrawType } from "../withdraw-type";
import { importLabels } from "./import-labels";
import { previewLabels } from "./preview-labels";

const { index, close } = await anIndex();
afterAll(close);

const slip = (to: string, number: number) =>
  `Harbour Chandlery, Quay 4, delivery slip ${number}. Delivered to ${to} by boat and signed for on the pontoon.
   Rope, shackles and two fenders were counted and found complete. No payment is due with this slip.`;

describe("each way of labelling", () => {
  test("teaches the next near twin, which says who taught it; taking it back ends that", async () => {
    const { ctx, add } = await aLearner(index);
    const first = await add(slip("Ms Abel", 120));
    await correctType(ctx, { id: first, type: "receipt" });
    const twin = await add(slip("The Otter Club", 4310));

    const { items } = await listClassifications(ctx, { id: twin });
    expect(items[0]?.type).toMatchObject({
      name: "receipt",
      like: [{ document: { id: first }, type: "receipt", by: { id: ctx.actor.id } }],
    });
    expect(await getTeaching(ctx, { id: first })).toEqual({ followers: 1 });
    expect((await listLabels(ctx, {})).items).toMatchObject([
      { document: { id: first }, value: "receipt", place: "document", followers: 1 },
    ]);

    await withdrawType(ctx, { id: first });
    const next = await add(slip("B. Boat", 99));
    expect((await getDocument(ctx, { id: next })).type).toBeNull();
    expect((await listLabels(ctx, {})).items).toEqual([]);
  });

  test("filing by hand is one too, which only those who see the project see; taking it out ends it", async () => {
    const { ctx, add } = await aLearner(index);
    const viewer = await aColleague(ctx, { role: "viewer" });
    const open = await createProject(ctx, { name: "Harbour" });
    const secret = await createProject(ctx, { name: "Takeover", isRestricted: true });
    const ids = [await add(slip("Ms Abel", 7)), await add(slip("B. Boat", 8))];
    const [first = ""] = ids;
    await fileDocuments(ctx, { projectId: open.id, add: ids, place: "list" });
    await fileDocuments(ctx, { projectId: open.id, add: ids });
    await fileDocuments(ctx, { projectId: secret.id, add: [first] });

    const filed = async (who: typeof ctx) =>
      (await listLabels(who, { field: "project" })).items.map(({ document, project, place }) => [
        document.id,
        project?.name,
        place,
      ]);
    expect(await filed(ctx)).toEqual([
      [first, "Takeover", "document"],
      [ids[1], "Harbour", "list"],
    ]);
    expect(await filed(viewer)).toEqual([[ids[1], "Harbour", "list"]]);
    expect((await exportLabels(ctx, {})).csv).toContain("Takeover");
    expect((await exportLabels(viewer, {})).csv).not.toContain(secret.id);
    expect((await listClassifications(viewer, { id: first })).corrections).toEqual([]);

    await fileDocuments(ctx, { projectId: secret.id, remove: [first], isConfirmed: true });
    expect(await filed(ctx)).toEqual(
      expect.arrayContaining([
        [first, "Harbour", "list"],
        [ids[1], "Harbour", "list"],
      ]),
    );
    await fileDocuments(ctx, { projectId: open.id, remove: ids });
    expect(await filed(ctx)).toEqual([]);
  });

  test.each([
    [
      "list",
      (ctx: Parameters<typeof correctTypes>[0], id: string) =>
        correctTypes(ctx, { ids: [id], type: "memo" }),
    ],
    [
      "review",
      (ctx: Parameters<typeof correctTypes>[0], id: string) =>
        acceptTypes(ctx, { items: [{ id, type: "memo" }] }),
    ],
    [
      "import",
      (ctx: Parameters<typeof correctTypes>[0], id: string) =>
        importLabels(ctx, { csv: `document,type\n${id},memo` }),
    ],
  ] as const)("writes one label from the %s, and its near twin follows", async (place, say) => {
    const { ctx, add } = await aLearner(index);
    const first = await add(slip("Ms Abel", 120));
    await say(ctx, first);
    await say(ctx, first);
    const twin = await add(slip("C. Crew", 7));

    expect((await listLabels(ctx, {})).items).toMatchObject([
      { value: "memo", place, source: "correction", shownRelease: "a-test 1", followers: 1 },
    ]);
    expect((await getDocument(ctx, { id: twin })).type).toBe("memo");
  });
});

describe("a CSV of labels", () => {
  test("is previewed row by row, and imported whole or not at all", async () => {
    const { ctx, add } = await aLearner(index);
    const [one, two] = [
      await add(textOf("memo", 1), "north"),
      await add(textOf("memo", 2), "south"),
    ];
    const project = await createProject(ctx, { name: "Tower" });
    await createField(ctx, { name: "Floor", kind: "number" });
    await changeType(ctx, { name: "invoice", synonyms: ["Rechnung"] });
    const csv = [
      "File name;Type;Project;Floor",
      "NORTH.txt;Rechnung;tower;12",
      `${two};nonsense;;`,
      "west.txt;memo;;",
      "south.txt;memo;Nowhere;many",
      "north.txt;memo;;",
    ].join("\n");

    const preview = await previewLabels(ctx, { csv });
    expect(preview).toMatchObject({ good: 1, bad: 4 });
    expect(preview.rows.map(({ line, type, problems }) => [line, type, ...problems])).toEqual([
      [2, "invoice"],
      [3, null, { problem: "no-type", about: "nonsense" }],
      [4, "memo", { problem: "no-document", about: "west.txt" }],
      [
        5,
        "memo",
        { problem: "no-project", about: "Nowhere" },
        { problem: "bad-value", about: expect.stringContaining("Floor") },
        { problem: "twice", about: "south.txt" },
      ],
      [6, "memo", { problem: "twice", about: "north.txt" }],
    ]);

    await expect(importLabels(ctx, { csv })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect((await listLabels(ctx, {})).items).toEqual([]);
    expect((await getDocument(ctx, { id: one })).projects).toEqual([]);

    expect(await importLabels(ctx, { csv, isWithoutProblems: true })).toEqual({ ids: [one] });
    expect(await getDocument(ctx, { id: one })).toMatchObject({
      type: "invoice",
      projects: [{ id: project.id }],
      fields: [{ name: "Floor", value: "12" }],
    });
    expect((await auditOf(ctx)).map(({ operation }) => operation)).toContain(
      "documents.import-labels",
    );
    const { csv: exported } = await exportLabels(ctx, {});
    expect(exported).toContain(`${one},north`);
    expect(exported.split("\r\n").filter(Boolean)).toHaveLength(3);
  });

  test("without a column for documents, or without rows, is refused", async () => {
    const { ctx } = await aLearner(index);
    for (const csv of ["type\nmemo", "document,type"])
      await expect(previewLabels(ctx, { csv })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});

test("twins with different labels are listed as a contradiction, leave the next one open, and are settled at once", async () => {
  const { ctx, add } = await aLearner(index);
  const [one, other] = [await add(slip("Ms Abel", 1)), await add(slip("Ms Abel", 2))];
  await correctType(ctx, { id: one, type: "memo" });
  await correctType(ctx, { id: other, type: "receipt" });

  const { items } = await listContradictions(ctx, {});
  expect(items).toHaveLength(1);
  expect([items[0]?.one, items[0]?.other]).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: one, type: "memo" }),
      expect.objectContaining({ id: other, type: "receipt" }),
    ]),
  );
  const third = await add(slip("Ms Abel", 3));
  expect(await getDocument(ctx, { id: third })).toMatchObject({
    type: null,
    status: "needs_review",
  });

  await correctTypes(ctx, { ids: [one, other], type: "receipt", place: "learning" });
  expect((await listContradictions(ctx, {})).items).toEqual([]);
  const fourth = await add(slip("Ms Abel", 4));
  expect((await getDocument(ctx, { id: fourth })).type).toBe("receipt");
});

test("a type that is only suggested is never given without a person", async () => {
  const { ctx, add } = await aLearner(index);
  await correctType(ctx, { id: await add(slip("Ms Abel", 1)), type: "receipt" });
  await changeType(ctx, { name: "receipt", isOnlySuggested: true });
  const twin = await add(slip("D. Deck", 8));

  expect(await getDocument(ctx, { id: twin })).toMatchObject({
    type: null,
    status: "needs_review",
  });
  const { items } = await listClassifications(ctx, { id: twin });
  expect(items[0]?.type.candidates[0]?.name).toBe("receipt");
});

test("unknown documents that are alike propose a type until that is dismissed, and help most when labelled", async () => {
  const { ctx, add } = await aLearner(index);
  const ids = [];
  for (const number of [1, 2, 3]) ids.push(await add(textOf("permit", number), `Permit ${number}`));
  await add(textOf("recipe", 4), "Cake");

  const [proposal, ...others] = (await proposeTypes(ctx, {})).items;
  expect(others).toEqual([]);
  expect(proposal?.ids.toSorted()).toEqual(ids.toSorted());
  expect(proposal).toMatchObject({ name: "permit", count: 3 });
  expect((await listHelpful(ctx, {})).items.length).toBeGreaterThanOrEqual(2);
  await dismissProposal(ctx, { ids });
  expect((await proposeTypes(ctx, {})).items).toEqual([]);

  const member = await aColleague(ctx);
  await expect(dismissProposal(member, { ids })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
