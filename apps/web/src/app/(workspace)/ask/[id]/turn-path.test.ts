import { expect, test } from "vitest";

import { pathOf } from "./turn-path";

const turns = [
  { id: "first", parentId: null },
  { id: "follow-up", parentId: "first" },
  { id: "reworded", parentId: null },
  { id: "after it", parentId: "reworded" },
];
const shown = (...chosen: string[]) => pathOf(turns, new Set(chosen)).map(({ turn }) => turn.id);

test("it shows the newest version of a question and what followed it", () => {
  expect(shown()).toEqual(["reworded", "after it"]);
});

test("it leads back to an older version with what followed that one", () => {
  expect(shown("first")).toEqual(["first", "follow-up"]);
});

test("it knows the versions of a question", () => {
  const [step] = pathOf(turns, new Set());
  expect(step?.versions.map(({ id }) => id)).toEqual(["first", "reworded"]);
});
