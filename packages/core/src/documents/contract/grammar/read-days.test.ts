import { describe, expect, test } from "vitest";

import { dayRange } from "./day-range";
import { readAmounts } from "./read-amount";
import { readDays } from "./read-days";

/** A Sunday. */
const now = new Date("2026-11-29T12:00:00Z");
const days = (text: string) => {
  const read = readDays(text, now);
  const day = (at: Date) => at.toISOString().slice(0, 10);
  return read && `${day(read.from)} ${day(read.to)}`;
};

describe("readDays", () => {
  test.each([
    ["2026", "2026-01-01 2027-01-01"],
    ["2026-03", "2026-03-01 2026-04-01"],
    ["2026-03-31", "2026-03-31 2026-04-01"],
    ["31.3.2026", "2026-03-31 2026-04-01"],
    ["3/2026", "2026-03-01 2026-04-01"],
    ["Q2 2026", "2026-04-01 2026-07-01"],
    ["march 2026", "2026-03-01 2026-04-01"],
    ["März 2026", "2026-03-01 2026-04-01"],
    ["3 mars 2026", "2026-03-03 2026-03-04"],
    ["3 de marzo de 2026", "2026-03-03 2026-03-04"],
    ["Mar 3, 2026", "2026-03-03 2026-03-04"],
    ["3rd march", "2026-03-03 2026-03-04"],
    ["today", "2026-11-29 2026-11-30"],
    ["gestern", "2026-11-28 2026-11-29"],
    ["this week", "2026-11-23 2026-11-30"],
    ["last week", "2026-11-16 2026-11-23"],
    ["letzte Woche", "2026-11-16 2026-11-23"],
    ["la semaine dernière", "2026-11-16 2026-11-23"],
    ["el mes pasado", "2026-10-01 2026-11-01"],
    ["last month", "2026-10-01 2026-11-01"],
    ["next quarter", "2027-01-01 2027-04-01"],
    ["last year", "2025-01-01 2026-01-01"],
    ["last 7 days", "2026-11-23 2026-11-30"],
  ])("reads %s", (text, expected) => expect(days(text)).toBe(expected));

  test.each([
    "",
    "soon",
    "2026-13",
    "2026-02-30",
    "0000",
    "31 february 2026",
    "99 march 2026",
    "march march",
    "constructor",
    "last constructor",
  ])("reads no day in %s", (text) => expect(days(text)).toBeNull());
});

describe("dayRange", () => {
  const range = (key: string, is: string, text: string) => {
    const read = dayRange(key, is, text, now);
    return read && [read.from, read.to].map((at) => at?.toISOString().slice(0, 10) ?? null);
  };

  test.each([
    ["after", ":", "2025", ["2026-01-01", null]],
    ["before", ":", "2026-03", [null, "2026-03-01"]],
    ["date", ":", "2026-03-05", ["2026-03-05", "2026-03-06"]],
    ["date", ">=", "2026", ["2026-01-01", null]],
    ["date", "<=", "2026", [null, "2027-01-01"]],
    ["date", ":", "2025..2026-03", ["2025-01-01", "2026-04-01"]],
    ["date", ":", "2025..", ["2025-01-01", null]],
    ["date", ":", "..", null],
    ["date", ":", "2025..soon", null],
  ])("%s%s%s", (key, is, text, expected) => expect(range(key, is, text)).toEqual(expected));
});

describe("readAmounts", () => {
  test.each([
    [":", "100..200", { least: 100, most: 200, isOpen: false, currency: null }],
    [">", "5k", { least: 5000, most: null, isOpen: true, currency: null }],
    [">=", "EUR 1.234,50", { least: 1234.5, most: null, isOpen: false, currency: "EUR" }],
    ["<", "5000€", { least: null, most: 5000, isOpen: true, currency: "EUR" }],
    [":", "1,000", { least: 1000, most: 1000, isOpen: false, currency: null }],
    [":", "many", null],
    [":", "1..2..3x", { least: 1, most: 2, isOpen: false, currency: null }],
  ])("%s%s", (is, text, expected) => expect(readAmounts(is, text)).toEqual(expected));
});
