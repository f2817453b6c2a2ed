import { expect, test } from "vitest";

import { foldersWithin } from "./folder-counts";

const all = [
  { value: "Office move", name: "Office move", count: 1 },
  { value: "Office move/Contracts/2026", name: null, count: 2 },
  { value: "Office move/Contracts", name: null, count: 3 },
  { value: "Archive", name: null, count: 4 },
  { value: null, name: null, count: 5 },
];

test("a level lists its folders with all that is within them", () => {
  expect(foldersWithin(all, null)).toEqual([
    { value: "Archive", name: "Archive", count: 4 },
    { value: "Office move", name: "Office move", count: 6 },
  ]);
  expect(foldersWithin(all, "office move")).toEqual([
    { value: "Office move/Contracts", name: "Contracts", count: 5 },
  ]);
  expect(foldersWithin(all, "Office")).toEqual([]);
});
