import { expect, test } from "vitest";

import { niceTicks } from "./nice-ticks";

test.each([
  [260, [0, 100, 200, 300]],
  [100, [0, 20, 40, 60, 80, 100]],
  [101, [0, 50, 100, 150]],
  [8, [0, 2, 4, 6, 8]],
  [2, [0, 1, 2]],
  [0, [0, 1]],
  [12_400, [0, 5000, 10_000, 15_000]],
])("an axis up to %d is read at round values", (most, ticks) => {
  expect(niceTicks(most)).toEqual(ticks);
});

test("no bar is higher than its axis, and no axis is crowded", () => {
  for (let most = 0; most < 5000; most += 7) {
    const ticks = niceTicks(most);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
    expect(ticks.length).toBeLessThanOrEqual(6);
  }
});

test("amounts below one have their own steps", () => {
  expect(niceTicks(0.3, 0.01)).toEqual([0, 0.1, 0.2, 0.30000000000000004]);
});
