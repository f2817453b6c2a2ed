import { expect, test } from "vitest";

import { pagesBetween, turnsInput } from "./turn-pages";

test("a page asks for the turns after those of the page before it", () => {
  expect(turnsInput("mtg_1", 0)).toMatchObject({ from: 1, limit: 200 });
  expect(turnsInput("mtg_1", 3)).toMatchObject({ from: 601, limit: 200 });
});

test("turns at the edge of two pages need both", () => {
  expect(pagesBetween(1, 200)).toEqual([0]);
  expect(pagesBetween(200, 201)).toEqual([0, 1]);
  expect(pagesBetween(5_990, 6_000)).toEqual([29]);
});
