import { expect, test } from "vitest";
import { rankWith } from "./rank-with";

const hit = (documentId: string, dense: number | null, lexical: number | null) => ({
  documentId,
  number: 0,
  score: 0,
  why: { dense, lexical },
});
const hits = [hit("doc_near", 0.9, null), hit("doc_worded", 0.1, 8), hit("doc_some", 0.5, 4)];
const order = (settings: Parameters<typeof rankWith>[1]) =>
  rankWith(hits, settings).map(({ documentId }) => documentId);

test("ranks by meaning alone, by words alone or by both", () => {
  const [meaning, floor] = [0.5, 0];
  expect(order({ meaning, floor, legs: "meaning" })).toEqual([
    "doc_near",
    "doc_some",
    "doc_worded",
  ]);
  expect(order({ meaning, floor, legs: "words" })).toEqual(["doc_worded", "doc_some"]);
  expect(order({ meaning: 0.9, floor, legs: "both" })[0]).toBe("doc_near");
  expect(order({ meaning: 0.1, floor, legs: "both" })[0]).toBe("doc_worded");
});

test("leaves out what is below the floor", () => {
  expect(order({ meaning: 0.9, floor: 0.6, legs: "both" })).toEqual(["doc_near"]);
  expect(rankWith([], { meaning: 0.5, floor: 0, legs: "both" })).toEqual([]);
});
