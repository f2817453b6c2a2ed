import type { Entity } from "@besunny/ai/ai";
import { afterAll, describe, expect, test } from "vitest";

import { aColleague, aContext, auditOf, inBackground } from "../../test/contexts";
import {
  anIndex,
  anUnderstanding,
  aReadyDocument,
  aRecord,
  aRestrictedProject,
  aStartedDocument,
  wordVectors,
} from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { deleteDocuments } from "../documents/delete-documents";
import { listDocuments } from "../documents/list-documents";
import { trashDocuments } from "../documents/trash-documents";
import { recordUnderstanding } from "../processing/stages/record-understanding";
import { getEntity } from "./get-entity";
import { listEntities } from "./list-entities";
import { listEntityDocuments } from "./list-entity-documents";
import { mergeEntities } from "./merge-entities";
import { splitEntity } from "./split-entity";

const { index, close } = await anIndex();
afterAll(close);

const equipped = { index, ai: { ...wordVectors, understand: async () => anUnderstanding() } };
type Kind = "person" | "organisation" | "place";

/** A document that names these entities, the first of them at its beginning. */
function naming(
  ctx: WorkspaceContext,
  names: readonly (readonly [Kind, string])[],
  given: Parameters<typeof aReadyDocument>[2] = {},
) {
  const text = names.map(([, name]) => name).join(" met ");
  const entities = names.map(([kind, name]): Entity => {
    const start = text.indexOf(name);
    return { kind, text: name, confidence: 0.9, evidence: [[start, start + name.length]] };
  });
  return aReadyDocument(ctx, text, {
    ...given,
    understanding: anUnderstanding({
      entities,
      personalData: [{ kind: "phone", confidence: 0.9, evidence: [[0, 3]] }],
    }),
  });
}

const names = async (ctx: WorkspaceContext, given: Parameters<typeof listEntities>[1] = {}) =>
  (await listEntities(ctx, given)).items.map(({ name, documentCount }) => [name, documentCount]);

async function idOf(ctx: WorkspaceContext, name: string): Promise<string> {
  const { items } = await listEntities(ctx, { q: name });
  const found = items.find((each) => each.name === name);
  if (!found) throw new Error(`No entity ${name}`);
  return found.id;
}

describe("entities", () => {
  test("link the documents of a workspace that name them, in whatever form", async () => {
    const ctx = await aContext(equipped);
    await naming(ctx, [
      ["organisation", "ACME GmbH"],
      ["person", "Anna Keller"],
    ]);
    const { id: second } = await naming(ctx, [["organisation", "Acme"]]);

    expect(await names(ctx)).toEqual([
      ["ACME GmbH", 2],
      ["Anna Keller", 1],
    ]);
    const { items, counts } = await listEntities(ctx, { q: "acme", kind: "organisation" });
    expect(items).toHaveLength(1);
    expect(counts).toEqual([{ kind: "organisation", count: 1 }]);

    const entity = await getEntity(ctx, { id: items[0]?.id ?? "" });
    expect(entity.aliases.map(({ name }) => name)).toEqual(["ACME GmbH", "Acme"]);
    expect(entity.related).toMatchObject([{ name: "Anna Keller", documentCount: 1 }]);
    const documents = await listEntityDocuments(ctx, { id: entity.id });
    expect(documents.items).toHaveLength(2);
    expect(documents.items[0]).toMatchObject({
      documentId: second,
      mentionCount: 1,
      evidence: [{ quote: "Acme", span: [0, 4], isProven: true }],
    });
  });

  test("are listed in pages, each once", async () => {
    const ctx = await aContext(equipped);
    await naming(ctx, [
      ["person", "Ada Lowe"],
      ["person", "Ben Moss"],
      ["person", "Cleo Park"],
    ]);
    await naming(ctx, [["person", "Ben Moss"]]);

    const first = await listEntities(ctx, { limit: 2 });
    const second = await listEntities(ctx, { limit: 2, cursor: first.nextCursor });
    const listed = [...first.items, ...second.items].map(({ name }) => name);
    expect(listed[0]).toBe("Ben Moss");
    expect(listed.toSorted()).toEqual(["Ada Lowe", "Ben Moss", "Cleo Park"]);
    expect(second.nextCursor).toBeNull();
    await expect(listEntities(ctx, { cursor: "bm9uc2Vuc2U" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  test("are the same after a result is recorded twice", async () => {
    const ctx = await aContext(equipped);
    const { id, run } = await aStartedDocument(ctx);
    const evidence = [
      { quote: "Ada", span: [0, 3] as [number, number], at: { block: "b" }, isProven: true },
    ];
    const record = aRecord({
      statements: {
        ...aRecord().statements,
        entities: [{ kind: "person", text: "Ada Lowe", confidence: 0.9, evidence }],
        personalData: [{ kind: "email", confidence: 0.9, evidence }],
      },
    });
    await recordUnderstanding(inBackground(ctx), { ...record, ...run, documentId: id });
    const once = await listEntities(ctx, {});
    await recordUnderstanding(inBackground(ctx), { ...record, ...run, documentId: id });

    expect(once.items).toMatchObject([{ name: "Ada Lowe", documentCount: 1, mentionCount: 1 }]);
    expect(await listEntities(ctx, {})).toEqual(once);
    expect((await listDocuments(ctx, { personal: true })).items).toMatchObject([{ id }]);
  });

  test("go with their documents: hidden in the trash, gone when these are deleted", async () => {
    const ctx = await aContext({ ...equipped, role: "admin" });
    const { id } = await naming(ctx, [["person", "Ada Lowe"]]);
    const ada = await idOf(ctx, "Ada Lowe");

    await trashDocuments(ctx, { ids: [id] });
    expect(await names(ctx)).toEqual([]);
    await expect(getEntity(ctx, { id: ada })).rejects.toMatchObject({ code: "NOT_FOUND" });

    await deleteDocuments(ctx, { ids: [id] });
    const scope = { workspaceId: ctx.workspaceId, principals: ["all"] };
    expect(await ctx.db.read(scope, ({ entities }) => entities.mergedInto(ada))).toBeNull();
    await naming(ctx, [["person", "Ada Lowe"]]);
    expect(await idOf(ctx, "Ada Lowe")).not.toBe(ada);
  });

  test("that only restricted documents name are invisible to others, and so are these documents", async () => {
    const { project, admin, insider, outsider } = await aRestrictedProject(equipped);
    await naming(
      admin,
      [
        ["person", "Ada Lowe"],
        ["organisation", "Hidden Holdings Ltd"],
      ],
      {
        projectIds: [project.id],
      },
    );
    await naming(admin, [["person", "Dr Ada Lowe"]]);

    expect(await names(insider)).toEqual([
      ["Ada Lowe", 2],
      ["Hidden Holdings Ltd", 1],
    ]);
    expect(await names(outsider)).toEqual([["Dr Ada Lowe", 1]]);
    expect(await names(outsider, { q: "hidden" })).toEqual([]);
    expect((await listEntities(outsider, {})).counts).toEqual([{ kind: "person", count: 1 }]);

    const hidden = await idOf(insider, "Hidden Holdings Ltd");
    for (const refused of [
      () => getEntity(outsider, { id: hidden }),
      () => listEntityDocuments(outsider, { id: hidden }),
      () => mergeEntities(outsider, { id: hidden, intoId: hidden }),
      () => splitEntity(outsider, { id: hidden }),
    ])
      await expect(refused()).rejects.toMatchObject({ code: "NOT_FOUND" });

    const ada = await getEntity(outsider, { id: await idOf(outsider, "Dr Ada Lowe") });
    expect(ada).toMatchObject({
      documentCount: 1,
      related: [],
      aliases: [{ name: "Dr Ada Lowe" }],
    });
    expect((await listEntityDocuments(outsider, { id: ada.id })).items).toHaveLength(1);
  });
});

describe("merging", () => {
  test("makes two entities one for documents of today and tomorrow, and a split undoes it", async () => {
    const ctx = await aContext(equipped);
    await naming(ctx, [["organisation", "International Oak Works"]]);
    await naming(ctx, [["organisation", "IOW"]]);
    const [whole, short] = [await idOf(ctx, "International Oak Works"), await idOf(ctx, "IOW")];

    const merged = await mergeEntities(ctx, { id: short, intoId: whole });
    expect(merged).toMatchObject({ id: whole, name: "International Oak Works", documentCount: 2 });
    await naming(ctx, [["organisation", "IOW Ltd"]]);
    expect(await names(ctx)).toEqual([["International Oak Works", 3]]);
    expect(await getEntity(ctx, { id: short })).toMatchObject({
      id: whole,
      merged: [{ id: short, name: "IOW" }],
      mayChange: true,
    });

    expect(await splitEntity(ctx, { id: short })).toMatchObject({ id: short, documentCount: 2 });
    expect(await names(ctx)).toEqual([
      ["IOW", 2],
      ["International Oak Works", 1],
    ]);
    await expect(splitEntity(ctx, { id: short })).rejects.toMatchObject({ code: "CONFLICT" });

    const rows = (await auditOf(ctx)).filter(({ operation }) => operation.startsWith("entities."));
    expect(rows.map(({ operation, subjects }) => [operation, subjects.includes(short)])).toEqual(
      expect.arrayContaining([
        ["entities.merge-entities", true],
        ["entities.split-entity", true],
      ]),
    );
  });

  test("keeps what was merged before together, also when it is split off again", async () => {
    const ctx = await aContext(equipped);
    for (const name of ["Alder", "Birch", "Cedar"]) await naming(ctx, [["place", name]]);
    const [alder, birch, cedar] = [
      await idOf(ctx, "Alder"),
      await idOf(ctx, "Birch"),
      await idOf(ctx, "Cedar"),
    ];

    await mergeEntities(ctx, { id: alder, intoId: birch });
    await mergeEntities(ctx, { id: birch, intoId: cedar });
    expect(await names(ctx)).toEqual([["Cedar", 3]]);
    await splitEntity(ctx, { id: birch });
    expect(await names(ctx)).toEqual([
      ["Birch", 2],
      ["Cedar", 1],
    ]);
  });

  test("is refused to viewers, for entities of different kinds, and for one with itself", async () => {
    const ctx = await aContext(equipped);
    await naming(ctx, [
      ["place", "Alder"],
      ["person", "Birch"],
    ]);
    const [alder, birch] = [await idOf(ctx, "Alder"), await idOf(ctx, "Birch")];
    const viewer = await aColleague(ctx, { role: "viewer" });

    await expect(mergeEntities(viewer, { id: alder, intoId: birch })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await getEntity(viewer, { id: alder })).toMatchObject({ mayChange: false });
    for (const intoId of [birch, alder])
      await expect(mergeEntities(ctx, { id: alder, intoId })).rejects.toMatchObject({
        code: "CONFLICT",
      });
  });

  test("shows nothing to, and takes nothing from, the workspace next door", async () => {
    const [ctx, neighbour] = [await aContext(equipped), await aContext(equipped)];
    await naming(ctx, [["place", "Alder"]]);
    await naming(neighbour, [["place", "Alder"]]);
    const [ours, theirs] = [await idOf(ctx, "Alder"), await idOf(neighbour, "Alder")];

    expect(ours).not.toBe(theirs);
    await expect(mergeEntities(ctx, { id: ours, intoId: theirs })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await names(neighbour)).toEqual([["Alder", 1]]);
  });
});
