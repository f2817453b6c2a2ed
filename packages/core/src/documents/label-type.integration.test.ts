import { randomUUID } from "node:crypto";
import type { LikeDocument, TypeDefinition } from "@besunny/ai/ai";
import { afterAll, describe, expect, test } from "vitest";

import { aColleague, aContext, announced, auditOf } from "../../test/contexts";
import {
  aDocument,
  aModel,
  anIndex,
  anUnderstanding,
  aReadyDocument,
  aRestrictedProject,
  process,
  uploadText,
  wordVectors,
} from "../../test/documents";
import { listClassifications } from "../understanding/list-classifications";
import { confirmType } from "./confirm-type";
import { correctType } from "./correct-type";
import { deleteDocuments } from "./delete-documents";
import { getDocument } from "./get-document";
import { trashDocuments } from "./trash-documents";
import { withdrawType } from "./withdraw-type";

const { index, close } = await anIndex();
afterAll(close);

const features = (version = wordVectors.featuresVersion) => ({
  version,
  values: Uint8Array.of(1, 2, 255),
  excerpt: "The tenant",
});
const reader = { read: async () => aModel("The tenant pays.") };
const named = (name: string | null, like: LikeDocument[] = []) =>
  anUnderstanding({
    type: {
      name,
      confidence: name === null ? null : 0.8,
      candidates: [{ name: name ?? "memo", confidence: 0.4 }],
      evidence: [],
    },
    features: features(),
    like,
  });

/** A person whose documents are all understood in this way, and the types that the models were given last. */
async function aReader(understanding = named("contract")) {
  const given: { taxonomy: readonly TypeDefinition[] } = { taxonomy: [] };
  const ctx = await aContext({
    index,
    reader,
    ai: {
      ...wordVectors,
      understand: async (_document, taxonomy) => {
        given.taxonomy = taxonomy;
        return understanding;
      },
      features: async () => features(),
    },
  });
  const add = async (text: string = randomUUID()) => {
    const { document } = await uploadText(ctx, text);
    await process(ctx, document.id);
    return document.id;
  };
  const examplesOf = (type: string) =>
    given.taxonomy.find(({ name }) => name === type)?.labelled?.map(({ documentId }) => documentId);
  return { ctx, add, examplesOf, given };
}

describe("a label", () => {
  test("makes its document an example for the next one, and for no other workspace", async () => {
    const { ctx, add, examplesOf, given } = await aReader();
    const next = await aReader();
    const id = await add();
    await correctType(ctx, { id, type: "memo" });
    await add();
    await next.add();

    expect(examplesOf("memo")).toEqual([id]);
    expect(examplesOf("contract")).toEqual([]);
    const [example] = given.taxonomy.find(({ name }) => name === "memo")?.labelled ?? [];
    expect(example?.features).toMatchObject({ version: "words", excerpt: "The tenant" });
    expect([...(example?.features.values ?? [])]).toEqual([1, 2, 255]);
    expect(next.examplesOf("memo")).toEqual([]);
  });

  test("is no example once it is withdrawn, nor while its document is in the trash or gone", async () => {
    const { ctx, add, examplesOf } = await aReader();
    const [taken, trashed, deleted] = [await add(), await add(), await add()];
    for (const id of [taken, trashed, deleted]) await correctType(ctx, { id, type: "memo" });
    await withdrawType(ctx, { id: taken });
    await trashDocuments(ctx, { ids: [trashed, deleted] });
    const owner = await aColleague(ctx, { role: "owner" });
    await deleteDocuments(owner, { ids: [deleted] });
    await add();

    expect(examplesOf("memo")).toEqual([]);
  });

  test("does not teach a document its own type", async () => {
    const { ctx, add, examplesOf } = await aReader();
    const id = await add();
    await confirmType(ctx, { id, type: "contract" });
    await process(ctx, id).catch(() => undefined);

    expect(examplesOf("contract")).toEqual([]);
  });

  test("counts again after the way of comparing has changed", async () => {
    const { ctx, add, examplesOf } = await aReader({
      ...named("contract"),
      features: features("old"),
    });
    const id = await add();
    await correctType(ctx, { id, type: "memo" });
    await add();

    expect(examplesOf("memo")).toEqual([id]);
  });
});

describe("confirmType", () => {
  test("keeps the type as a person's word, and says so once", async () => {
    const { ctx, add } = await aReader();
    const id = await add();

    expect(await confirmType(ctx, { id, type: "contract" })).toMatchObject({
      type: "contract",
      typeConfidence: 1,
      isTypeCorrected: true,
      status: "ready",
    });
    await confirmType(ctx, { id, type: "contract" });

    expect((await listClassifications(ctx, { id })).corrections).toMatchObject([
      { before: "contract", after: "contract", source: "confirmation", withdrawnAt: null },
    ]);
    expect(
      (await announced(ctx)).filter(({ name }) => name === "document/type-corrected"),
    ).toHaveLength(1);
    const [row] = (await auditOf(ctx)).filter(
      ({ operation }) => operation === "documents.confirm-type",
    );
    expect(row?.subjects).toContain(id);
  });

  test("refuses a type that the document no longer has", async () => {
    const ctx = await aContext();
    const { id } = await aDocument(ctx);
    await correctType(ctx, { id, type: "memo" });

    await expect(confirmType(ctx, { id, type: "letter" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("is refused to who may only read the document, and hidden from who may not see it", async () => {
    const { project, insider, outsider } = await aRestrictedProject();
    const { id } = await aDocument(insider, { projectIds: [project.id] });
    await correctType(insider, { id, type: "memo" });
    const reader = await aColleague(insider, { projects: [{ id: project.id, role: "reader" }] });
    const neighbour = await aContext({ role: "owner" });

    for (const [ctx, code] of [
      [reader, "FORBIDDEN"],
      [outsider, "NOT_FOUND"],
      [neighbour, "NOT_FOUND"],
    ] as const) {
      await expect(confirmType(ctx, { id, type: "memo" })).rejects.toMatchObject({ code });
      await expect(withdrawType(ctx, { id })).rejects.toMatchObject({ code });
    }
    expect(await getDocument(insider, { id })).toMatchObject({ type: "memo" });
  });
});

describe("withdrawType", () => {
  test("goes back one word at a time, and in the end to what the models found", async () => {
    const { ctx, add } = await aReader();
    const id = await add();
    await correctType(ctx, { id, type: "memo" });
    await correctType(ctx, { id, type: "letter" });

    expect(await withdrawType(ctx, { id })).toMatchObject({ type: "memo", isTypeCorrected: true });
    expect(await withdrawType(ctx, { id })).toMatchObject({
      type: "contract",
      typeConfidence: 0.8,
      isTypeCorrected: false,
      status: "ready",
    });
    const twice = await withdrawType(ctx, { id });
    expect(twice).toMatchObject({ type: "contract", isTypeCorrected: false });
    const { corrections } = await listClassifications(ctx, { id });
    expect(corrections.map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true, true]);
  });

  test("leaves a document for review if the models found no type", async () => {
    const { ctx, add } = await aReader(named(null));
    const id = await add();
    expect(await correctType(ctx, { id, type: "memo" })).toMatchObject({ status: "ready" });

    expect(await withdrawType(ctx, { id })).toMatchObject({ type: null, status: "needs_review" });
  });
});

test("a result names the document that it follows only to who may see that document", async () => {
  const { project, insider, outsider } = await aRestrictedProject({ index });
  const secret = await aReadyDocument(insider, randomUUID(), {
    title: "Salaries",
    projectIds: [project.id],
  });
  await correctType(insider, { id: secret.id, type: "memo" });
  const like = [{ documentId: secret.id, type: "memo", likeness: 0.97 }];
  const { id } = await aReadyDocument(outsider, randomUUID(), {
    understanding: named("memo", like),
  });

  const seen = async (ctx: typeof insider) => (await getDocument(ctx, { id })).result?.type.like;
  expect(await seen(insider)).toEqual([
    {
      document: { id: secret.id, title: "Salaries" },
      by: { id: insider.actor.id, name: expect.any(String) },
      type: "memo",
      likeness: 0.97,
    },
  ]);
  expect(await seen(outsider)).toEqual([
    { document: null, by: null, type: "memo", likeness: 0.97 },
  ]);
});
