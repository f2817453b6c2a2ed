import { expect, test } from "vitest";
import { shownNumber, withShownDate } from "./shown-number";

const shown = (format: string, value: number, is1904 = false) =>
  shownNumber(value, { format, is1904 })?.text;

test.each([
  ["dd.mm.yyyy", 45352, "2024-03-01 (01.03.2024)"],
  ["d. mmmm yyyy", 45352, "2024-03-01 (1. March 2024)"],
  ["[$-407]d. mmmm yyyy", 45352, "2024-03-01 (1. März 2024)"],
  ["[$-40C]dddd d mmmm yyyy", 45352, "2024-03-01 (vendredi 1 mars 2024)"],
  ['[$-0C0A]d "de" mmmm "de" yyyy', 45352, "2024-03-01 (1 de marzo de 2024)"],
  ['[$-411]ggge"年"m"月"d"日"', 45352, "2024-03-01 (2024年3月1日)"],
  ["DD.MM.YYYY hh:mm", 45352.604, "2024-03-01 14:29:46 (01.03.2024 14:29)"],
  ["m/d/yy", 45352, "2024-03-01"],
  ["m/d/yy", 45366, "2024-03-15 (3/15/24)"],
  ["yyyy-mm-dd", 45352, "2024-03-01"],
  ["mmm yyyy", 45352, "Mar 2024"],
  ["[h]:mm", 1.5, "36:00"],
  ["[hh]:mm:ss", -2 / 24, "-02:00:00"],
  ["h:mm:ss", 0, "0:00:00"],
])("a number under %s is shown as %s", (format, value, text) => {
  expect(shown(format, value)).toBe(text);
});

test.each([
  ["0°", 21.5, "22°"],
  ["#,##0.00 [$€-407]", 1234.5, "1,234.50 €"],
  ["[$₹-4009] #,##0.00", 1234567.5, "₹ 1,234,567.50"],
  ["0.0%", 0.256, "25.6%"],
  ['"KW" 0', 23, "KW 23"],
])("a number under %s keeps its unit", (format, value, text) => {
  expect(shown(format, value)).toBe(text);
});

test("a workbook that counts from 1904 shows its own days", () => {
  expect(shown("yyyy-mm-dd", 44623, true)).toBe("2026-03-04");
  expect(shown("yyyy-mm-dd", 44623)).toBe("2022-03-03");
  expect(shown("h:mm", 0.5, true)).toBe("12:00");
  expect(shown("[h]:mm", 1.5, true)).toBe("36:00");
  expect(shown("[mm]:ss", 0.5, true)).toBe("720:00");
});

test("a form that could be another day is not put beside the date", () => {
  expect(withShownDate("2026-03-04", "04/03/2026")).toBe("2026-03-04");
  expect(withShownDate("2026-03-04", "4-3-26")).toBe("2026-03-04");
  expect(withShownDate("2026-03-04", "")).toBe("2026-03-04");
});

test("a format that cannot be read is refused", () => {
  expect(shownNumber(5, { format: 'yyyy"', is1904: false })).toBeNull();
});
