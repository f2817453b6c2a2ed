import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalSignIn, parseNumber } from "./parse-number";

test.each([
  ["1,234.56", 1234.56],
  ["1.234,56", 1234.56],
  ["1 234,56", 1234.56],
  ["1'234.50", 1234.5],
  ["1,23,456.00", 123456],
  ["(1,234.56)", -1234.56],
  ["5-", -5],
  ["−12", -12],
  ["$ (12.00)", -12],
  ["4,50 €", 4.5],
  ["USD 12.00", 12],
  ["12%", 0.12],
  ["12,5 %", 0.125],
  ["2014", 2014],
  ["12*", 12],
  ["100.0†", 100],
  [".5", 0.5],
  ["0", 0],
])("%s is the number %d", (text, number) => {
  expect(parseNumber(text, ".")).toBeCloseTo(number, 10);
});

test.each([
  "007",
  "12/05/2014",
  "12.05.2014",
  "2014-05-12",
  "1.2.3",
  "10:30",
  "5-10",
  "+49 30 1234",
  "1234 5678 9012",
  "A12",
  "3 apples",
  "ABC 123",
  "–",
  "",
  "1,5,6",
])("%j is no number", (text) => {
  expect(parseNumber(text, ".")).toBeNull();
  expect(parseNumber(text, ",")).toBeNull();
});

test("one sign before three digits is read as its table reads it", () => {
  expect(decimalSignIn("1.234")).toBeNull();
  expect(parseNumber("1.234", ",")).toBe(1234);
  expect(parseNumber("1.234", ".")).toBe(1.234);
});

test("a power of ten is not taken for ten with the mark of a note", () => {
  expect(["10³", "10⁻³", "-10²"].map((text) => parseNumber(text, "."))).toEqual([null, null, null]);
  expect(parseNumber("12³", ".")).toBe(12);
});

const locales =
  "en en-IN en-ZA de de-AT de-CH fr fr-CH fr-CA es es-MX it it-CH nl pt pt-PT pl sv da nb fi cs sk hu ro bg el tr ru uk hr sl lt lv et is ja zh ko hi bn ta th vi id he ar-EG fa ur".split(
    " ",
  );

describe.each(locales)("numbers as CLDR writes them in %s", (locale) => {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.5);
  const written = parts.find(({ type }) => type === "decimal")?.value ?? ".";
  const usual = written === "," ? "," : ".";

  test.each([0, 2, 3, 4])("with %i decimals", (decimals) => {
    const format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), (scaled) => {
        const value = scaled / 10 ** decimals;
        expect(parseNumber(format.format(value), usual)).toBeCloseTo(value, 6);
      }),
      { numRuns: 60 },
    );
  });
});
