import { describe, expect, test } from "vitest";
import { dayIn, isWithin, numberOf } from "./cell-values";

describe("dayIn", () => {
  test.each([
    ["2026-03-12 (Thu 12/03/2026)", [2026, 3, 12]],
    ["17/03/2026", [2026, 3, 17]],
    ["03/17/2026", [2026, 3, 17]],
    ["5.4.26", [2026, 4, 5]],
    ["how long did he work on 12 March", [null, 3, 12]],
    ["am 3. Dezember 2025", [2025, 12, 3]],
    ["le 5 juillet 2026", [2026, 7, 5]],
    ["el 20 de mayo de 2026", [2026, 5, 20]],
    ["what did we spend in march", [null, 3, null]],
    ["im August 2025", [2025, 8, null]],
  ])("reads %s", (text, [year, month, day]) =>
    expect(dayIn(text)).toMatchObject({ year, month, day }),
  );

  test.each(["may I take the van home", "room 12", "39900", "1.40 m"])("finds none in %s", (text) =>
    expect(dayIn(text)).toBeNull(),
  );

  test("a month holds its days, of any year unless it names one", () => {
    const cell = { year: 2026, month: 3, day: 12 };
    expect(isWithin(cell, { year: null, month: 3, day: null })).toBe(true);
    expect(isWithin(cell, { year: 2025, month: 3, day: null })).toBe(false);
    expect(isWithin(cell, { year: null, month: 3, day: 13 })).toBe(false);
  });
});

test.each([
  ["1890.00", 1890],
  ["1,663.00", 1663],
  ["4.316,75", 4316.75],
  ["3,85 €", 3.85],
  ["GBP 1,000", 1000],
  ["12 450", 12450],
  ["-7", -7],
  ["QH-P100", null],
  ["24 V", null],
  ["", null],
])("the number of %s is %s", (cell, value) => expect(numberOf(cell)).toBe(value));
