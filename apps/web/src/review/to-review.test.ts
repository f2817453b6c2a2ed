import { expect, test } from "vitest";

import { acceptable, bestOf, currentOf } from "./to-review";

const memo = { name: "memo", confidence: 0.6 };
const items = [
  { id: "doc_1", type: null, candidates: [], sureness: 0 },
  { id: "doc_2", type: null, candidates: [memo], sureness: 0.6 },
  { id: "doc_3", type: "letter", candidates: [memo], sureness: 0.7 },
];

test("the type that a document has comes before its candidates", () => {
  expect(items.map(bestOf)).toEqual([null, "memo", "letter"]);
});

test("only documents that are sure enough and have a guess are accepted together", () => {
  expect(acceptable(items, 0)).toEqual([
    { id: "doc_2", type: "memo" },
    { id: "doc_3", type: "letter" },
  ]);
  expect(acceptable(items, 0.65)).toEqual([{ id: "doc_3", type: "letter" }]);
});

test("what was decided or skipped is passed, and what was taken back comes at once", () => {
  const passed = new Set(["doc_1"]);
  expect(currentOf(items, { wanted: null, passed })?.id).toBe("doc_2");
  expect(currentOf(items, { wanted: "doc_3", passed })?.id).toBe("doc_3");
  expect(currentOf(items, { wanted: "doc_1", passed })?.id).toBe("doc_2");
  expect(currentOf(items, { wanted: null, passed: new Set(items.map(({ id }) => id)) })).toBeNull();
});
