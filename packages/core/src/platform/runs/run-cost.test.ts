import { expect, test } from "vitest";

import { costsIn, sumOf } from "./run-cost";

test("every cost is found at any depth, and nothing else is taken for one", () => {
  const output = {
    costMicro: 0.5,
    parts: [{ costMicro: 0.25 }, { costMicro: "much" }, { costMicro: null }, null],
    cost: { costMicro: 0, microUsd: 7 },
  };

  expect(costsIn(output)).toEqual([0.5, 0.25, null, 0]);
  expect(costsIn(null)).toEqual([]);
  expect(costsIn("costMicro")).toEqual([]);
});

test("what is not known is counted and never taken for nothing", () => {
  expect(sumOf([0.5, null, 0.25, null])).toEqual({ costMicro: 0.75, costsUnknown: 2 });
  expect(sumOf([null])).toEqual({ costMicro: null, costsUnknown: 1 });
  expect(sumOf([0])).toEqual({ costMicro: 0, costsUnknown: 0 });
  expect(sumOf([])).toEqual({ costMicro: null, costsUnknown: 0 });
});
