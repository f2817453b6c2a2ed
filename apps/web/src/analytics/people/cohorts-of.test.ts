import { expect, test } from "vitest";

import { cohortsOf } from "./cohorts-of";

const week = (place: number) => new Date(Date.UTC(2026, 1, 2 + 7 * place));
const point = (first: number, after: number, value: number | null) => ({
  at: week(first),
  group: [{ key: String(after), name: String(after) }],
  isRest: false,
  value,
  n: value ?? 0,
});

test("shares are of the people who began in the week, and only of weeks that are over", () => {
  const points = [point(1, 0, 8), point(0, 0, 10), point(0, 1, 5), point(0, 2, 0), point(1, 1, 6)];
  expect(cohortsOf({ points, asOf: new Date(week(3).getTime() + 1) })).toEqual([
    { at: week(0), people: 10, shares: [0.5, 0] },
    { at: week(1), people: 8, shares: [0.75] },
  ]);
});

test("too few people are not told, nor guessed from", () => {
  const points = [point(0, 0, null), point(0, 1, 5), point(1, 0, 9), point(1, 1, null)];
  expect(cohortsOf({ points, asOf: new Date(week(4).getTime() + 1) })).toEqual([
    { at: week(0), people: null, shares: [null, null, null] },
    { at: week(1), people: 9, shares: [null, 0] },
  ]);
});

test("a week in which nobody began is no row", () => {
  expect(cohortsOf({ points: [point(0, 0, 0)], asOf: week(2) })).toEqual([]);
});
