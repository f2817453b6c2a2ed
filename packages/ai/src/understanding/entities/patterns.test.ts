import { describe, expect, test } from "vitest";

import { findEmails, findIbans, findIdentifiers, findPhones, findUrls } from "./patterns";

const quotes = (text: string, find: (text: string) => { start: number; end: number }[]) =>
  find(text).map(({ start, end }) => text.slice(start, end));

describe("patterns", () => {
  test("find addresses without the stop that ends the sentence", () => {
    expect(quotes("Write to Anna.Keller@oak.example, or not@all.", findEmails)).toEqual([
      "Anna.Keller@oak.example",
    ]);
    expect(quotes("See https://oak.example/a?b=1. Or www.oak.example!", findUrls)).toEqual([
      "https://oak.example/a?b=1",
      "www.oak.example",
    ]);
  });

  test("believe an IBAN only when its check digits are right", () => {
    const text = "to DE89 3704 0044 0532 0130 00 BIC X, not DE89 3704 0044 0532 0130 01";
    expect(quotes(text, findIbans)).toEqual(["DE89 3704 0044 0532 0130 00"]);
    expect(findIbans(text)[0]?.normalised).toBe("DE89370400440532013000");
  });

  test("take a number for a phone with a country code or after a word that says so", () => {
    expect(findPhones("Call +44 20 7946 0018 today")[0]?.normalised).toBe("+442079460018");
    expect(quotes("Phone: (415) 555-2671", findPhones)).toHaveLength(1);
    expect(quotes("Invoice 4155552671", findPhones)).toEqual([]);
  });

  test("take an identifier from behind its label", () => {
    expect(quotes("Invoice No: INV-88123 and policy number HO-228171", findIdentifiers)).toEqual([
      "INV-88123",
      "HO-228171",
    ]);
    expect(quotes("in order to pay 500 euros", findIdentifiers)).toEqual([]);
  });
});
