import { describe, expect, test } from "vitest";

import { findIdentifiers, findUrls } from "./patterns";

const quotes = (text: string, find: (text: string) => { start: number; end: number }[]) =>
  find(text).map(({ start, end }) => text.slice(start, end));

describe("patterns", () => {
  test("find addresses of the web without the stop that ends the sentence", () => {
    expect(quotes("See https://oak.example/a?b=1. Or www.oak.example!", findUrls)).toEqual([
      "https://oak.example/a?b=1",
      "www.oak.example",
    ]);
  });

  test("take an identifier from behind its label", () => {
    expect(quotes("Invoice No: INV-88123 and policy number HO-228171", findIdentifiers)).toEqual([
      "INV-88123",
      "HO-228171",
    ]);
    expect(quotes("in order to pay 500 euros", findIdentifiers)).toEqual([]);
  });
});
