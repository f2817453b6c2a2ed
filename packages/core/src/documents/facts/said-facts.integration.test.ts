import { afterAll, describe, expect, test } from "vitest";

import { aColleague, aContext, auditOf } from "../../../test/contexts";
import {
  aModel,
  anIndex,
  anUnderstanding,
  process,
  uploadText,
  wordVectors,
} from "../../../test/documents";
import { retryDocuments } from "../../processing/retry-documents";
import { getDocument } from "../get-document";
import { correctFact } from "./correct-fact";
import { withdrawFact } from "./withdraw-fact";

const { index, close } = await anIndex();
afterAll(close);

const text = "The rent is EUR 4,340.00 from 1 May 2026. Between Oak Partners LLP and Ash Ltd.";
const span = (words: string): [number, number] => [
  text.indexOf(words),
  text.indexOf(words) + words.length,
];
const found = (name: string, value: string, words: string, normalised?: string) => ({
  name,
  value,
  ...(normalised && { normalised }),
  confidence: 0.8,
  evidence: [span(words)],
});

/** A document whose models find another rent each time they are asked. */
async function aLease() {
  const rents = ["EUR 4100", "EUR 4100", "EUR 4200"];
  let asked = 0;
  const ctx = await aContext({
    index,
    reader: { read: async () => aModel(text) },
    ai: {
      ...wordVectors,
      understand: async () => {
        const rent = rents[Math.min(asked++, rents.length - 1)] ?? "";
        return anUnderstanding({
          facts: [
            found("rent", rent, "EUR 4,340.00", rent),
            found("party", "Oak Partners", "Oak Partners LLP"),
            found("party", "Ash Ltd", "Ash Ltd"),
          ],
        });
      },
      readValue: async ({ written, kind }) =>
        kind === "money" ? { normalised: written.replace(/[,€]|\.00$/g, "") } : {},
    },
  });
  const { document } = await uploadText(ctx, "any bytes");
  await process(ctx, document.id);
  const facts = async () => {
    const { result } = await getDocument(ctx, { id: document.id });
    return result?.facts ?? [];
  };
  const rows = () =>
    ctx.db.read({ workspaceId: ctx.workspaceId, principals: ["all"] }, (all) =>
      all.documentFacts.listVisible([document.id]),
    );
  return { ctx, id: document.id, facts, rows };
}

const changesBy = async (ctx: { workspaceId: string }, name: string) =>
  (await auditOf(ctx)).filter(({ operation }) => operation === name);

const valuesOf = (facts: readonly { name: string; value: string }[], name: string) =>
  facts.filter((fact) => fact.name === name).map(({ value }) => value);

describe("a fact that a person sets", () => {
  test("goes before what the models find, with its place, in answers too", async () => {
    const { ctx, id, facts, rows } = await aLease();

    await correctFact(ctx, { id, name: "rent", before: "EUR 4100", value: "EUR 4,340.00" });

    const [rent] = await facts();
    expect(rent).toMatchObject({
      name: "rent",
      value: "EUR 4,340.00",
      normalised: "EUR 4340",
      confidence: 1,
      evidence: [{ quote: "EUR 4,340.00", isProven: true }],
      said: { by: { id: ctx.actor.id }, isConfirmation: false },
    });
    expect(await rows()).toMatchObject([{ name: "rent", number: 4340, currency: "EUR" }, {}, {}]);
    expect(await changesBy(ctx, "documents.record-fact")).toMatchObject([
      { changes: [{ before: { rent: "EUR 4100" }, after: { rent: "EUR 4,340.00" } }] },
    ]);
  });

  test("stays when the document is processed again, and so does one that was confirmed", async () => {
    const { ctx, id, facts, rows } = await aLease();
    await correctFact(ctx, { id, name: "rent", before: "EUR 4100", value: "EUR 4100" });
    expect((await facts())[0]).toMatchObject({ said: { isConfirmation: true } });

    await retryDocuments(ctx, { ids: [id] });
    await process(ctx, id);
    await retryDocuments(ctx, { ids: [id] });
    await process(ctx, id);

    expect(valuesOf(await facts(), "rent")).toEqual(["EUR 4100"]);
    expect((await rows())[0]).toMatchObject({ number: 4100 });
  });

  test("is one of several where a document states several", async () => {
    const { ctx, id, facts } = await aLease();

    await correctFact(ctx, {
      id,
      name: "party",
      before: "Oak Partners",
      value: "Oak Partners LLP",
    });
    expect(valuesOf(await facts(), "party")).toEqual(["Oak Partners LLP", "Ash Ltd"]);

    await correctFact(ctx, { id, name: "party", before: null, value: "Elm GmbH" });
    await correctFact(ctx, { id, name: "party", before: "Ash Ltd", value: null });
    expect(valuesOf(await facts(), "party")).toEqual(["Oak Partners LLP", "Elm GmbH"]);
  });

  test("can be added under a name of one's own, and taken back in steps", async () => {
    const { ctx, id, facts } = await aLease();
    const add = { id, name: "deposit held by", label: "Deposit held by", before: null };
    const { field } = await correctFact(ctx, { ...add, value: "Ash Ltd" });
    await correctFact(ctx, { ...add, before: "Ash Ltd", value: "Ash Limited" });
    expect(valuesOf(await facts(), "deposit held by")).toEqual(["Ash Limited"]);

    await withdrawFact(ctx, { id, field: field ?? "" });
    expect(valuesOf(await facts(), "deposit held by")).toEqual(["Ash Ltd"]);
    await withdrawFact(ctx, { id, field: field ?? "" });
    expect(valuesOf(await facts(), "deposit held by")).toEqual([]);
    expect(await changesBy(ctx, "documents.withdraw-fact")).toHaveLength(2);
  });

  test("is refused to viewers, and to who saw another value", async () => {
    const { ctx, id } = await aLease();
    const change = { id, name: "rent", before: "EUR 4100", value: "EUR 1" };

    await expect(
      correctFact(await aColleague(ctx, { role: "viewer" }), change),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(correctFact(ctx, { ...change, before: "EUR 9" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await expect(correctFact(ctx, { ...change, before: null, value: null })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  test("is out of reach next door", async () => {
    const { id } = await aLease();
    const neighbour = await aContext({ index });

    await expect(
      correctFact(neighbour, { id, name: "rent", before: "EUR 4100", value: "EUR 1" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(withdrawFact(neighbour, { id, field: "fact:rent" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
