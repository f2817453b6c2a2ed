import { expect, test } from "vitest";

import { typedNumber, writtenNumber } from "./typed-number";

test.each([
  ["5,000", "en", 5_000],
  ["5.000", "de", 5_000],
  ["5.000", "en", 5],
  ["1,234,567.5", "en", 1_234_567.5],
  ["1.234,5", "de", 1_234.5],
  [" 5 000 ", "en", 5_000],
  ["-3", "en", -3],
  [".5", "en", 0.5],
])("“%s” in %s is %d", (text, locale, number) => {
  expect(typedNumber(text, locale)).toBe(number);
});

test.each([
  ["", "en"],
  ["1,5", "en"],
  ["1.5.2", "en"],
  ["five", "en"],
  ["5,000,00", "en"],
  ["1e9", "en"],
])("“%s” in %s is no number, and none is guessed", (text, locale) => {
  expect(typedNumber(text, locale)).toBeNull();
});

test("a written number is read as the same one", () => {
  for (const locale of ["en", "de"])
    for (const value of [0, 5_000, 1_234_567.25, -0.125])
      expect(typedNumber(writtenNumber(value, locale), locale)).toBe(value);
});
