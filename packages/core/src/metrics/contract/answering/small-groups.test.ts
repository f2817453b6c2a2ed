import { expect, test } from "vitest";

import { withoutSmallGroups } from "./small-groups";

const point = (people: number) => ({ value: people * 10, n: people * 10, people });
const shown = (people: readonly number[]) =>
  withoutSmallGroups(people.map(point)).points.map(({ value }) => value);

test("values of fewer than five people are kept back, and nothing is not", () => {
  expect(shown([9, 4, 1, 0])).toEqual([90, null, null, 0]);
});

test("one alone is not kept back alone: the rest of the whole would tell it", () => {
  expect(withoutSmallGroups([9, 3, 6, 12].map(point))).toMatchObject({
    suppressed: 2,
    points: [{ value: 90 }, { value: null, n: 0 }, { value: null }, { value: 120 }],
  });
  expect(shown([2])).toEqual([null]);
});
