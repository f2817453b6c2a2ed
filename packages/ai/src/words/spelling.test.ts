import { expect, test } from "vitest";

import { spellingDistance } from "./spelling";

const distance = (a: string, b: string, most = 2) => spellingDistance([...a], [...b], most);

test.each([
  ["lease", "lease", 0],
  ["leese", "lease", 1],
  ["laese", "lease", 1],
  ["leases", "lease", 1],
  ["", "ab", 2],
  ["goverming", "governing", 1],
  ["abcd", "dcba", null],
  ["rent", "deposit", null],
])("%s and %s differ by %s", (a, b, expected) => {
  expect(distance(a, b)).toBe(expected);
  expect(distance(b, a)).toBe(expected);
});

test("more letters than wanted are not counted", () => {
  expect(distance("lease", "leash", 0)).toBeNull();
});
