import { expect, test } from "vitest";

import { costsIn, sumOf } from "./run-cost";

test("every cost is found at any depth, and nothing else is taken for one", () => {
  const output = {
    costUsd: 0.5,
    parts: [{ costUsd: 0.25 }, { costUsd: "much" }, { costUsd: null }, null],
    cost: { costUsd: 0, usd: 7 },
  };

  expect(costsIn(output)).toEqual([0.5, 0.25, null, 0]);
  expect(costsIn(null)).toEqual([]);
  expect(costsIn("costUsd")).toEqual([]);
});

test("what is not known is counted and never taken for nothing", () => {
  expect(sumOf([0.5, null, 0.25, null])).toEqual({ costUsd: 0.75, costsUnknown: 2 });
  expect(sumOf([null])).toEqual({ costUsd: null, costsUnknown: 1 });
  expect(sumOf([0])).toEqual({ costUsd: 0, costsUnknown: 0 });
  expect(sumOf([])).toEqual({ costUsd: null, costsUnknown: 0 });
});
