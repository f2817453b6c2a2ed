import { describe, expect, test } from "vitest";

import { findMoney, findPercentages, readNumber } from "./amounts";

describe("findMoney", () => {
  test.each([
    ["Total EUR 1,240.00 due", "EUR 1,240.00", "EUR 1240"],
    ["kostet 1.730,86 € netto", "1.730,86 €", "EUR 1730.86"],
    ["a fee of $29.5 only", "$29.5", "USD 29.50"],
    ["CHF 12'500.75.", "CHF 12'500.75", "CHF 12500.75"],
    ["worth £2.5 million today", "£2.5 million", "GBP 2500000"],
    ["raised 20 million dollars", "20 million dollars", "USD 20000000"],
    ["Prix : 1 540,00 €", "1 540,00 €", "EUR 1540"],
  ])("reads %j", (text, quote, normalised) => {
    const [sum] = findMoney(text);
    expect(sum && text.slice(sum.start, sum.end)).toBe(quote);
    expect(sum?.normalised).toBe(normalised);
  });

  test("takes no year for a sum when a sum follows it", () => {
    const text = "due on August 3, 2014 $4.11";
    expect(findMoney(text).map(({ start, end }) => text.slice(start, end))).toEqual(["$4.11"]);
  });

  test.each(["Section 3.2", "room 12", "version 2.0.1", "EURO area"])(
    "finds none in %j",
    (text) => {
      expect(findMoney(text)).toEqual([]);
    },
  );
});

test("percentages are found with their sign or word", () => {
  const text = "VAT 19 %, up 3.5 percent, down 2,5%";
  expect(findPercentages(text).map(({ normalised }) => normalised)).toEqual([
    "19 %",
    "3.5 %",
    "2.5 %",
  ]);
});

test.each([
  ["1,234", 1234],
  ["1.234", 1234],
  ["1,234.5", 1234.5],
  ["1.234.567,89", 1234567.89],
  ["12,5", 12.5],
  ["", null],
])("readNumber understands %j in any notation", (written, value) => {
  expect(readNumber(written)).toBe(value);
});
