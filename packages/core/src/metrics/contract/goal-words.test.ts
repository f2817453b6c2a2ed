import { expect, test } from "vitest";

import { metrics } from "./catalogue/catalogue";
import { goalState, goals } from "./goal-words";

const goal = (name: string) => {
  const found = goals.find((each) => each.name === name);
  if (!found) throw new RangeError(name);
  return found;
};
const figure = (total: number | null, n: number, before: number | null = null) => ({
  total,
  n,
  before: before === null ? null : { total: before },
});

test.each([
  ["accuracy", figure(0.96, 50), { kind: "reached", value: 0.96 }],
  ["accuracy", figure(1, 49), { kind: "notEnough", has: 49, needs: 50 }],
  ["failures", figure(0.02, 100), { kind: "missed", value: 0.02 }],
  ["failures", figure(null, 100), { kind: "notEnough", has: 100, needs: 100 }],
  ["volume", figure(300_000, 300_000), { kind: "reached", value: 10_000 }],
  ["growth", figure(12, 900, 10), { kind: "reached", value: 0.2 }],
  ["growth", figure(12, 900, 4), { kind: "notEnough", has: 4, needs: 5 }],
  ["growth", figure(12, 900), { kind: "notEnough", has: 0, needs: 5 }],
  ["uptime", figure(1, 1), { kind: "notKept" }],
] as const)("%s with %j", (name, given, state) => {
  const expected = "value" in state ? { ...state, value: expect.closeTo(state.value) } : state;
  expect(goalState(goal(name), given, 30)).toEqual(expected);
});

test("each goal is of a figure of the catalogue that owners and admins may ask for, and of its good side", () => {
  for (const { metric, better } of goals) {
    if (metric === null) continue;
    const found = metrics.find(({ name }) => name === metric);
    expect([metric, found?.audience ?? "none", found?.better]).toEqual([
      metric,
      expect.stringMatching(/members|admins/),
      better,
    ]);
  }
});
