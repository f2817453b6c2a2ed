import { describe, expect, test } from "vitest";

import type {
  DocumentFeatures,
  KeptDocument,
  ReleaseRules,
  TypeDefinition,
  TypeGuess,
} from "../../ai";
import { DIMENSIONS } from "../../minilm/embedding-model";
import { featuresOf } from "../type/nearest-features";
import { decideTypes, withThreshold } from "./decide-types";

const slip = (to: string, total: number) =>
  `Harbour Chandlery, Quay 4. Delivery slip ${total * 7}
   Delivered to ${to} by boat and signed for on the pontoon.
   Rope, shackles and two fenders were counted and found complete.`;

function features(text: string): DocumentFeatures {
  const document = {
    title: "",
    fileName: "",
    format: "pdf",
    text,
    blocks: [],
    pageCount: 1,
    metadata: {},
  };
  const vector = new Float32Array(DIMENSIONS);
  vector[0] = 1;
  const made = featuresOf({ document, chunks: [{ span: [0, text.length], vector }] });
  if (!made) throw new Error("The text has no words");
  return made;
}

const guess: TypeGuess = {
  name: "invoice",
  confidence: 0.8,
  candidates: [
    { name: "invoice", confidence: 0.8 },
    { name: "receipt", confidence: 0.1 },
  ],
};
const asked: KeptDocument = {
  documentId: "doc_asked",
  features: features(slip("Ms Abel", 120)),
  guess,
  text: "",
  projectIds: [],
};

function types(labelled: Record<string, [string, string][]> = {}): TypeDefinition[] {
  return ["invoice", "receipt", "memo", "delivery slip"].map((name) => ({
    name,
    definition: name,
    examples: [],
    labelled: (labelled[name] ?? []).map(([documentId, text]) => ({
      documentId,
      features: features(text),
    })),
  }));
}

const usual: ReleaseRules = { rungs: ["twin", "head", "local"], thresholds: {} };
const memo: TypeGuess = {
  name: "memo",
  confidence: 0.9,
  candidates: [{ name: "memo", confidence: 0.9 }],
};
const noHead = () => null;
const twins = types({ "delivery slip": [["doc_other", slip("Mr Bell", 80)]] });

function decide(rules: ReleaseRules, askHead: () => TypeGuess | null = noHead, known = types()) {
  return decideTypes(asked, known, [{ rules, askHead }])[0];
}

describe("a release", () => {
  test("asks its models in their order, and takes the first that is sure", () => {
    expect(decide(usual, () => memo, twins)).toMatchObject({ name: "delivery slip", rung: "twin" });
    expect(decide(usual, () => memo)).toMatchObject({ name: "memo", rung: "head" });
    expect(decide({ ...usual, rungs: ["local", "head"] }, () => memo)).toMatchObject({
      name: "invoice",
      rung: "local",
    });
    expect(
      decide({ ...usual, rungs: ["head", "local"] }, () => ({ ...memo, name: null })),
    ).toMatchObject({ name: "invoice", rung: "local" });
  });

  test("that does not ask twins says what the shipped model says", () => {
    expect(decide({ ...usual, rungs: ["local"] }, noHead, twins)).toMatchObject({
      name: "invoice",
      confidence: 0.8,
    });
  });

  test("leaves a type open below its threshold, and still names the likeliest", () => {
    const strict = { ...usual, thresholds: { invoice: 0.95, "*": 0.1 } };
    expect(decide(strict)).toEqual({
      name: null,
      confidence: null,
      likeliest: { name: "invoice", confidence: 0.8 },
      rung: null,
    });
    expect(decide({ ...usual, thresholds: { "*": 0.95 } })?.name).toBeNull();
    expect(decide({ ...usual, thresholds: { "*": 0.95, invoice: 0.5 } })?.name).toBe("invoice");
  });

  test("lets no model decide between people who gave twins different types", () => {
    const both = types({
      "delivery slip": [["doc_1", slip("Mr Bell", 80)]],
      receipt: [["doc_2", slip("Mr Cole", 90)]],
    });
    expect(decide(usual, () => memo, both)).toMatchObject({ name: null, rung: null });
  });

  test("never follows the label of the document itself", () => {
    const own = types({ receipt: [["doc_asked", slip("Ms Abel", 120)]] });
    expect(decide(usual, noHead, own)).toMatchObject({ name: "invoice", rung: "local" });
  });

  test("says something else than another release of the same document", () => {
    const [one, other] = decideTypes(asked, types(), [
      { rules: usual, askHead: noHead },
      { rules: usual, askHead: () => memo },
    ]);
    expect([one?.name, other?.name]).toEqual(["invoice", "memo"]);
  });
});

test("a threshold leaves an answer that has no name as it is", () => {
  expect(withThreshold({ ...guess, name: null, confidence: null }, usual)).toEqual({
    name: null,
    confidence: null,
    likeliest: { name: "invoice", confidence: 0.8 },
  });
});
