import { expect, test } from "vitest";

import { fittingKinds, suggestKind } from "./suggest-kind";

const shape = { metrics: 1, isOverTime: false, breakOuts: 0, isAdditive: true };

test.each([
  ["a figure alone", {}, "number"],
  ["a figure over time", { isOverTime: true }, "line"],
  ["parts of a whole over time", { isOverTime: true, breakOuts: 1 }, "stacked"],
  ["shares over time", { isOverTime: true, breakOuts: 1, isAdditive: false }, "line"],
  ["groups", { breakOuts: 1 }, "bars"],
  ["groups of groups", { breakOuts: 2 }, "stacked"],
  ["groups of groups that do not add up", { breakOuts: 2, isAdditive: false }, "table"],
  ["steps", { metrics: 4, areSteps: true }, "funnel"],
  ["several figures", { metrics: 2 }, "bars"],
] as const)("%s", (_, given, kind) => {
  expect(suggestKind({ ...shape, ...given })).toBe(kind);
});

test("parts that do not add up are never stacked, and a table fits always", () => {
  for (const isOverTime of [true, false])
    for (const breakOuts of [0, 1, 2]) {
      const kinds = fittingKinds({ ...shape, isOverTime, breakOuts, isAdditive: false });
      expect(kinds).not.toContain("stacked");
      expect(kinds).toContain("table");
      expect(new Set(kinds).size).toBe(kinds.length);
    }
});
