import type { DocumentInput } from "@besunny/ai/ai";
import { describe, expect, test } from "vitest";

import { aContext, inBackground } from "../../test/contexts";
import { aModel, anUnderstanding, process, uploadText, wordVectors } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { correctType } from "../documents/correct-type";
import { trashDocuments } from "../documents/trash-documents";
import { withdrawType } from "../documents/withdraw-type";
import { listClassifications } from "../understanding/list-classifications";
import { followType } from "./follow-type";

const asJob = (ctx: WorkspaceContext) => inBackground(ctx, undefined, "follow-type");
const refused = expect.objectContaining({ code: "FORBIDDEN" });

/** A contract by the models' word, with one fact that names the type whose card was followed. */
async function aContract() {
  const given: DocumentInput[] = [];
  const ctx = await aContext({
    index: { replaceDocument: async () => undefined },
    reader: { read: async () => aModel("The tenant pays.") },
    ai: {
      ...wordVectors,
      understand: async (document) => {
        given.push(document);
        const value = document.saidType ?? "contract";
        return anUnderstanding({
          facts: [{ name: "followed", value, confidence: 1, evidence: [[0, 3]] }],
        });
      },
    },
  });
  const { document } = await uploadText(ctx, crypto.randomUUID());
  await process(ctx, document.id);
  const follow = () => followType(asJob(ctx), { documentId: document.id });
  const results = async () => (await listClassifications(ctx, { id: document.id })).items;
  return { ctx, id: document.id, follow, results, given };
}

describe("followType", () => {
  test("finds the facts of the type that a person said, once, and keeps the models' word on the type", async () => {
    const { ctx, id, follow, results } = await aContract();
    await correctType(ctx, { id, type: "invoice" });

    await follow();
    await follow();

    expect(await results()).toMatchObject([
      { type: { name: "contract" }, facts: [{ value: "invoice" }] },
      { type: { name: "contract" }, facts: [{ value: "contract" }] },
    ]);
  });

  test("does nothing for a type that was confirmed, and returns to the models' type when the person takes theirs back", async () => {
    const { ctx, id, follow, results, given } = await aContract();
    await correctType(ctx, { id, type: "contract" });
    await follow();
    expect(given).toHaveLength(1);

    await correctType(ctx, { id, type: "invoice" });
    await follow();
    await withdrawType(ctx, { id });
    await follow();
    expect((await results())[0]).toMatchObject({ facts: [{ value: "contract" }] });
  });

  test("leaves a document in the trash alone", async () => {
    const { ctx, id, follow, given } = await aContract();
    await correctType(ctx, { id, type: "invoice" });
    await trashDocuments(ctx, { ids: [id] });
    await follow();
    expect(given).toHaveLength(1);
  });

  test("is for the job alone", async () => {
    const { ctx, id } = await aContract();
    await expect(followType(ctx, { documentId: id })).rejects.toEqual(refused);
  });

  test("finds nothing of another workspace's document", async () => {
    const [{ id, results }, next] = [await aContract(), await aContract()];
    await followType(asJob(next.ctx), { documentId: id });
    expect(await results()).toHaveLength(1);
  });
});
