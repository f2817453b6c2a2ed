import { batchItemStates } from "@besunny/api/browser/vocabulary";
import { describe, expect, test } from "vitest";

import {
  type BatchTotals,
  fractionEnded,
  leftOf,
  presentStates,
  roughly,
  shownStates,
} from "./batch";

const totals: BatchTotals = {
  all: 0,
  ended: 0,
  waiting: 0,
  working: 0,
  done: 0,
  failed: 0,
  cancelled: 0,
  duplicate: 0,
  removed: 0,
  missing: 0,
};

describe("fractionEnded", () => {
  test("nothing of nothing is nothing, not NaN", () => {
    expect(fractionEnded(totals)).toBe(0);
  });

  test("agrees with what is left", () => {
    const some = { ...totals, all: 8, ended: 6, waiting: 2 };
    expect(fractionEnded(some)).toBe(0.75);
    expect(leftOf(some)).toBe(2);
  });
});

test("only states that hold something are shown, what has ended first", () => {
  expect(presentStates({ ...totals, waiting: 1, failed: 2, done: 3 })).toEqual([
    "done",
    "failed",
    "waiting",
  ]);
});

test.each([
  [1, "seconds", 5],
  [42, "seconds", 45],
  [61, "minutes", 1],
  [3300, "minutes", 55],
  [7300, "hours", 2],
] as const)("%i s is told as %s", (seconds, unit, count) => {
  expect(roughly(seconds)).toEqual({ unit, count });
});

test("every state of a file in a batch is shown", () => {
  expect([...shownStates].sort()).toEqual([...batchItemStates, "missing"].sort());
});
