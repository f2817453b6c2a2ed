import { describe, expect, test } from "vitest";

import type { DocumentFeatures, TypeDefinition, Understanding } from "../../ai";
import { DIMENSIONS } from "../../minilm/embedding-model";
import { followExamples } from "./nearest";
import { featuresOf } from "./nearest-features";

const bill = (to: string, total: number) =>
  `Harbour Chandlery, Quay 4. Delivery slip ${total * 7}
   Delivered to ${to} by boat and signed for on the pontoon.
   Rope, shackles and two fenders were counted and found complete.
   Value ${total}.00, no payment is due with this slip.`;
const poem = "The sea is a field that nobody ploughs, and the gulls are its only crows.";

function features(text: string, meaning = 0): DocumentFeatures {
  const vector = new Float32Array(DIMENSIONS);
  vector[meaning] = 1;
  const document = {
    title: "",
    fileName: "",
    format: "pdf",
    text,
    blocks: [],
    pageCount: 1,
    metadata: {},
  };
  const made = featuresOf({ document, chunks: [{ span: [0, text.length], vector }] });
  if (!made) throw new Error("The text has no words");
  return made;
}

/** The types of a workspace, with the texts that its people gave each type. */
function types(labelled: Record<string, readonly DocumentFeatures[]> = {}): TypeDefinition[] {
  return ["invoice", "receipt", "memo", "letter", "report", "delivery slip"].map((name) => ({
    name,
    definition: name,
    examples: [],
    labelled: (labelled[name] ?? []).map((each, index) => ({
      documentId: `${name} ${index}`,
      features: each,
    })),
  }));
}

const guess: Understanding["type"] = {
  name: "invoice",
  confidence: 0.9,
  candidates: [
    { name: "invoice", confidence: 0.9 },
    { name: "receipt", confidence: 0.08 },
  ],
  evidence: [[0, 7]],
};
const follow = (text: string, meaning: number, known: TypeDefinition[]) =>
  followExamples(guess, features(text, meaning), known);

describe("a twin of a labelled document", () => {
  const known = types({ "delivery slip": [features(bill("Ms Abel", 120))] });

  test("has its type, whatever the shipped model says, and names the document", () => {
    const { type, like } = follow(bill("The Otter Club", 4_310), 0, known);

    expect(type).toMatchObject({ name: "delivery slip", evidence: [] });
    expect(type.confidence).toBeGreaterThan(0.9);
    expect(type.candidates[1]).toMatchObject({ name: "invoice" });
    expect(like).toMatchObject([{ documentId: "delivery slip 0", type: "delivery slip" }]);
  });

  test("keeps the model's evidence if the model says the same", () => {
    const { type } = follow(bill("B", 1), 0, types({ invoice: [features(bill("A", 2))] }));

    expect(type).toMatchObject({ name: "invoice", evidence: [[0, 7]] });
  });

  test("has no type if its twins have several, and names one of each", () => {
    const { type, like } = follow(
      bill("C", 3),
      0,
      types({ memo: [features(bill("C", 4))], letter: [features(bill("C", 5))] }),
    );

    expect(type).toMatchObject({ name: null, confidence: null });
    expect(type.candidates.slice(0, 2)).toEqual([
      { name: "memo", confidence: 0.485 },
      { name: "letter", confidence: 0.485 },
    ]);
    expect(like.map(({ documentId }) => documentId)).toEqual(["memo 0", "letter 0"]);
  });
});

describe("a document that is like no labelled one", () => {
  test("has the type that the shipped model finds", () => {
    const known = types({ memo: [features(poem, 1)] });
    const { type, like } = follow(bill("Ms Abel", 120), 0, known);

    expect(type).toMatchObject({ name: "invoice", evidence: [[0, 7]] });
    expect(like).toEqual([]);
  });

  test("is as the shipped model says it, number by number, without labels", () => {
    expect(follow(poem, 0, types())).toEqual({ type: guess, like: [] });
  });
});

test("features of another version, and documents without words, are not compared", () => {
  const old = { ...features(bill("A", 1)), version: "an earlier one" };
  expect(follow(bill("B", 2), 0, types({ memo: [old] }))).toEqual({ type: guess, like: [] });
  expect(followExamples(guess, null, types({ memo: [features(poem)] }))).toEqual({
    type: guess,
    like: [],
  });
});

test("documents of one meaning and form lend each other their type, though they are no twins", () => {
  const unsure: Understanding["type"] = {
    name: null,
    confidence: null,
    candidates: [
      { name: "report", confidence: 0.4 },
      { name: "memo", confidence: 0.3 },
    ],
    evidence: [],
  };
  const memo = features("Dear colleagues, parking moves to the north gate from Monday on.", 3);
  const report = features("Findings: we recommend more study of the north gate.", 9);
  const asked = features("The lift is closed until Thursday for its yearly inspection.", 3);
  const { type, like } = followExamples(unsure, asked, types({ memo: [memo], report: [report] }));

  expect(type).toMatchObject({ name: "memo" });
  expect(like).toMatchObject([{ documentId: "memo 0" }]);
  expect(like[0]?.likeness).toBeLessThan(0.7);
});

test("the model's type, which nobody ever gave, is no answer for a document near one of an own type", () => {
  const slip = features("The crew list is signed for the regatta, until Thursday.", 3);
  const asked = features("The lift is closed until Thursday for its yearly inspection.", 4);
  const answerOf = (confidence: number, known: TypeDefinition[]) =>
    followExamples({ ...guess, candidates: [{ name: "invoice", confidence }] }, asked, known).type
      .name;

  expect(answerOf(0.99, types({ "delivery slip": [slip] }))).toBeNull();
  const invoice = features("The lift is inspected, and the bill is due on Thursday.", 5);
  expect(answerOf(0.99, types({ "delivery slip": [slip], invoice: [invoice] }))).toBe("invoice");
});

test("what is kept of a document is small, and its excerpt can be stored as text", () => {
  const { values, excerpt } = features(`\u0000\ud83d ${"word next ".repeat(50_000)}`);

  expect(values.byteLength).toBeLessThan(1_500);
  expect(excerpt.length).toBeLessThanOrEqual(300);
  expect(excerpt.isWellFormed() && !excerpt.includes("\u0000")).toBe(true);
});
