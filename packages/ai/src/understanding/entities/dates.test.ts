import { describe, expect, test } from "vitest";
import { conventionsOf } from "./conventions";
import { findDates } from "./dates";

const found = (text: string, language: string | null = "en") =>
  findDates(text, conventionsOf(text, language)).map(({ start, end, normalised }) => [
    text.slice(start, end),
    normalised,
  ]);
const days = (text: string, language: string | null) => found(text, language).map(([, iso]) => iso);

describe("findDates", () => {
  test.each([
    ["due 3 May 2024 at noon", "en", "3 May 2024", "2024-05-03"],
    ["March 18, 2023", "en", "March 18, 2023", "2023-03-18"],
    ["on 2024-05-06.", "en", "2024-05-06", "2024-05-06"],
    ["am 04.11.2022 fällig", "de", "04.11.2022", "2022-11-04"],
    ["am 3. Mai 2022", "de", "3. Mai 2022", "2022-05-03"],
    ["le 30/09/2023", "fr", "30/09/2023", "2023-09-30"],
    ["on 12/31/2023", "en", "12/31/2023", "2023-12-31"],
    ["dated 15-Mar-26 by", "en", "15-Mar-26", "2026-03-15"],
    ["the 1st of May, 2026", "en", "1st of May, 2026", "2026-05-01"],
    ["Versicherungsablauf: 31. Dezember 2025, 24:00 Uhr", "de", "31. Dezember 2025", "2025-12-31"],
    ["at 24:00 hours on 31 December 2025", "en", "31 December 2025", "2025-12-31"],
    ["jusqu'au 31 décembre 2025 à 24h00", "fr", "31 décembre 2025", "2025-12-31"],
    ["a 3 de marzo del 2026", "es", "3 de marzo del 2026", "2026-03-03"],
    ["vence el 31 de diciembre del 2027", "es", "31 de diciembre del 2027", "2027-12-31"],
    ["1.º de mayo de 2026", "es", "1.º de mayo de 2026", "2026-05-01"],
    ["15 sept. 2026", "es", "15 sept. 2026", "2026-09-15"],
    ["15 de sept. de 2026", "es", "15 de sept. de 2026", "2026-09-15"],
    ["15-ago-2026", "es", "15-ago-2026", "2026-08-15"],
    ["03-mar-2026", "pt", "03-mar-2026", "2026-03-03"],
    ["den 3:e mars 2026", "sv", "3:e mars 2026", "2026-03-03"],
    ["3ten März 2026", "de", "3ten März 2026", "2026-03-03"],
    ["1er janvier 2026", "fr", "1er janvier 2026", "2026-01-01"],
    ["1º gennaio 2026", "it", "1º gennaio 2026", "2026-01-01"],
    ["dnia 5 października 2026 r.", "pl", "5 października 2026", "2026-10-05"],
    ["den 5. oktober 2026", "da", "5. oktober 2026", "2026-10-05"],
    ["5 maart 2026", "nl", "5 maart 2026", "2026-03-05"],
    ["2026年3月1日", "ja", "2026年3月1日", "2026-03-01"],
    ["1 марта 2026 г.", "ru", "1 марта 2026", "2026-03-01"],
    ["1998. január 2.", "hu", "1998. január 2.", "1998-01-02"],
    ["2016 m. rugsėjo 14 d.", "lt", "2016 m. rugsėjo 14 d.", "2016-09-14"],
    ["2007. gada 15. decembris", "lv", "2007. gada 15. decembris", "2007-12-15"],
    ["ngày 4 tháng 10 năm 2019", "vi", "4 tháng 10 năm 2019", "2019-10-04"],
    ["2027. 1. 19.", "ko", "2027. 1. 19.", "2027-01-19"],
    ["1. 3. 2026", "cs", "1. 3. 2026", "2026-03-01"],
    ["Report of March 2026", "en", "March 2026", "2026-03"],
    ["im März 2026", "de", "März 2026", "2026-03"],
    ["marzo de 2026", "es", "marzo de 2026", "2026-03"],
  ])("reads %j (%s)", (text, language, quote, iso) => {
    expect(found(text, language)).toEqual([[quote, iso]]);
  });

  test.each([
    ["from 1 January 2026 to 31 December 2027", "en", ["2026-01-01", "2027-12-31"]],
    ["vom 1. Februar 2026 bis zum 31. Januar 2029", "de", ["2026-02-01", "2029-01-31"]],
    ["du 1er février 2026 au 31 janvier 2029", "fr", ["2026-02-01", "2029-01-31"]],
    ["dal 1 febbraio 2026 al 31 gennaio 2029", "it", ["2026-02-01", "2029-01-31"]],
    ["van 1 februari 2026 tot en met 31 januari 2029", "nl", ["2026-02-01", "2029-01-31"]],
    ["1 January 2026 – 31 December 2027", "en", ["2026-01-01", "2027-12-31"]],
    ["from March 28 to April 3, 2026", "en", ["2026-03-28", "2026-04-03"]],
    ["28 March to 3 April 2026", "en", ["2026-03-28", "2026-04-03"]],
    ["vom 1. Januar bis 31. Dezember 2026", "de", ["2026-01-01", "2026-12-31"]],
    ["between 3 March and 5 April 2026", "en", ["2026-03-03", "2026-04-05"]],
    ["3, 10 and 17 March 2026", "en", ["2026-03-03", "2026-03-10", "2026-03-17"]],
    ["3., 10. und 17. März 2026", "de", ["2026-03-03", "2026-03-10", "2026-03-17"]],
    ["del 3 al 5 de marzo de 2026", "es", ["2026-03-03", "2026-03-05"]],
    ["March 3-5, 2026", "en", ["2026-03-03", "2026-03-05"]],
    ["20 December to 6 January 2026", "en", ["2025-12-20", "2026-01-06"]],
    ["01.01. bis 31.12.2027", "de", ["2027-01-01", "2027-12-31"]],
    ["01.01.2026 bis 31.12.2027", "de", ["2026-01-01", "2027-12-31"]],
    ["de 1 de enero de 2026 a 31 de diciembre de 2027", "es", ["2026-01-01", "2027-12-31"]],
  ])("reads each day of %j (%s)", (text, language, isos) => {
    expect(days(text, language)).toEqual(isos);
  });

  test("each day of a list has a place of its own", () => {
    expect(found("28 March to 3 April 2026").map(([quote]) => quote)).toEqual([
      "28 March",
      "3 April 2026",
    ]);
    expect(found("from March 28 to April 3, 2026").map(([quote]) => quote)).toEqual([
      "March 28",
      "April 3, 2026",
    ]);
  });

  test("does not pretend to know which is the day when either could be", () => {
    expect(found("on 03/04/2024")).toEqual([["03/04/2024", undefined]]);
  });

  test("another date of the document decides which is the day", () => {
    expect(days("on 03/04/2024 and 25/04/2024", "en")).toEqual(["2024-04-03", "2024-04-25"]);
    expect(days("on 03/04/2024 and 04/25/2024", "en")).toEqual(["2024-03-04", "2024-04-25"]);
  });

  test.each([
    "within 30 days",
    "Section 3.2.2024.1",
    "tomorrow",
    "at 10:30",
    "31.02.2023",
    "v1.2.3",
    "may 2 people come",
    "31 February 2026",
  ])("finds none in %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("a long line of days takes no long time", () => {
    const text = "1, 2, 3, 4, 5, ".repeat(2_000);
    expect(found(text)).toEqual([]);
  });
});
