import { expect, test } from "vitest";

import { pictureWidth } from "./picture-width";

test.each([
  [80, 320],
  [320, 320],
  [321, 640],
  [1601, 2400],
  [2400, 2400],
])("a picture for %i pixels is made %i wide", (wished, made) => {
  expect(pictureWidth(wished)).toBe(made);
});

test("whatever is wished, there are six pictures of a page at most", () => {
  const made = Array.from({ length: 2_321 }, (_, index) => pictureWidth(80 + index));
  expect(new Set(made).size).toBe(6);
});
