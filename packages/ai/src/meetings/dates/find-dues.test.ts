import { expect, test } from "vitest";

import { findDues } from "./find-dues";

// A Tuesday.
const heldOn = "2026-03-03";
const days = (text: string, language: string) =>
  findDues(text, { heldOn, language }).map(({ on }) => on);

test.each([
  ["by tomorrow", "2026-03-04"],
  ["the day after tomorrow", "2026-03-05"],
  ["before Friday", "2026-03-06"],
  ["by Tuesday", "2026-03-10"],
  ["next Friday", "2026-03-13"],
  ["on Wednesday next week", "2026-03-11"],
  ["next week on Monday", "2026-03-09"],
  ["by the end of the week", "2026-03-06"],
  ["by the end of next week", "2026-03-13"],
  ["at the end of the month", "2026-03-31"],
  ["end of February", "2027-02-28"],
  ["in two weeks", "2026-03-17"],
  ["within 10 days", "2026-03-13"],
  ["in a month", "2026-04-03"],
  ["March 10th", "2026-03-10"],
  ["the 2nd of January", "2027-01-02"],
  ["by the 15th", "2026-03-15"],
  ["on 3 May 2027", "2027-05-03"],
  ["by the twentieth of March", "2026-03-20"],
  ["on March twenty-first", "2026-03-21"],
  ["by the thirty first", "2026-03-31"],
])("in English %j is a day", (text, on) => {
  expect(days(`We send it ${text}.`, "en")).toEqual([on]);
});

test.each([
  ["bis morgen", "2026-03-04"],
  ["übermorgen", "2026-03-05"],
  ["bis Freitag", "2026-03-06"],
  ["nächsten Freitag", "2026-03-13"],
  ["am Mittwoch nächster Woche", "2026-03-11"],
  ["nächste Woche Montag", "2026-03-09"],
  ["bis Ende der Woche", "2026-03-06"],
  ["bis Ende des Monats", "2026-03-31"],
  ["in zwei Wochen", "2026-03-17"],
  ["am 10. März", "2026-03-10"],
  ["bis zum 15.4.", "2026-04-15"],
  ["am 20.", "2026-03-20"],
  ["am 3. Mai 2027", "2027-05-03"],
  ["bis zum zwanzigsten März", "2026-03-20"],
  ["am dritten April", "2026-04-03"],
  ["spätestens am einundzwanzigsten Mai", "2026-05-21"],
])("in German %j is a day", (text, on) => {
  expect(days(`Wir schicken es ${text}`, "de")).toEqual([on]);
});

test.each([
  ["soon, next week or last Friday, every Monday", "en"],
  ["You may send 3 may be more on the 2nd floor", "en"],
  ["On the second slide, on the first page, second thing", "en"],
  ["Guten Morgen, letzten Freitag, jeden Montag, nächste Woche, im 3. Stock", "de"],
])("%j names no day", (text, language) => {
  expect(days(text, language)).toEqual([]);
});

test("without the day of the meeting only a date with its year is one", () => {
  const found = findDues("Tomorrow, or by 3 May 2026.", { heldOn: null, language: "en" });
  expect(found.map(({ on, words }) => [on, words])).toEqual([["2026-05-03", "3 May 2026"]]);
});

test("the same words many times take no time", () => {
  expect(days("bis zum am ".repeat(2_000), "de")).toEqual([]);
  expect(days("by the end of the ".repeat(2_000), "en")).toEqual([]);
});
