import { describe, expect, test } from "vitest";

import { findDates } from "./dates";

const found = (text: string, language = "en") =>
  findDates(text, language).map(({ start, end, normalised }) => [
    text.slice(start, end),
    normalised,
  ]);

describe("findDates", () => {
  test.each([
    ["due 3 May 2024 at noon", "en", "3 May 2024", "2024-05-03"],
    ["March 18, 2023", "en", "March 18, 2023", "2023-03-18"],
    ["on 2024-05-06.", "en", "2024-05-06", "2024-05-06"],
    ["am 04.11.2022 fällig", "de", "04.11.2022", "2022-11-04"],
    ["am 3. Mai 2022", "de", "3. Mai 2022", "2022-05-03"],
    ["le 30/09/2023", "fr", "30/09/2023", "2023-09-30"],
    ["on 12/31/2023", "en", "12/31/2023", "2023-12-31"],
  ])("reads %j (%s)", (text, language, quote, iso) => {
    expect(found(text, language)).toEqual([[quote, iso]]);
  });

  test("does not pretend to know which is the day when either could be", () => {
    expect(found("on 03/04/2024")).toEqual([["03/04/2024", undefined]]);
  });

  test.each([
    "within 30 days",
    "Section 3.2.2024.1",
    "tomorrow",
    "at 10:30",
    "31.02.2023",
    "v1.2.3",
  ])("finds none in %j", (text) => {
    expect(found(text)).toEqual([]);
  });
});
