import { expect, test } from "vitest";

import { splitWords } from "./split-words";

test.each([
  ["Bills of Lading", ["bills", "of", "lading"], []],
  ["INV-0024", ["inv", "0024"], ["inv0024"]],
  ["60.5 and 1,250.00", ["60", "5", "and", "1", "250", "00"], ["60.5", "1,250.00"]],
  ["one,two", ["one", "two"], []],
  ["the end.", ["the", "end"], []],
  ["lea@acme.example", ["lea", "acme", "example"], ["lea@acme.example"]],
  ["R&D C++ C#", ["r", "d", "c", "c"], ["r&d", "c++", "c#"]],
  ["and/or", ["and", "or"], []],
  ["tenant's l\u2019acte O'Brien", ["tenant", "acte", "brien"], []],
  ["ﬁnal ＡＢＣ soft\u00adhyphen", ["final", "abc", "softhyphen"], []],
  ["दिन दान", ["दिन", "दान"], []],
  ["চুক্তি", ["চুক্তি"], []],
  ["كِتَابٌ كتـاب", ["كتاب", "كتاب"], []],
  ["הַסְכֵּם", ["הסכם"], []],
  ["五万元", ["五万", "万元"], ["五", "万", "元"]],
  ["第3条", ["第", "3", "条"], []],
  ["น้ำ", ["น้ำ"], []],
  ["계약서를", ["계약서를"], ["계약", "약서", "서를"]],
])("%s", (text, words, forms) => {
  const split = splitWords(text);
  expect(split.words).toEqual(words);
  expect(split.forms).toEqual(forms);
});

test("words of scripts without spaces are forms beside pairs of characters", () => {
  expect(splitWords("データベースの設計").forms).toContain("データベース");
  expect(splitWords("สัญญาเช่า").forms).toContain("สัญญา");
});

test("no word is longer than 64 characters", () => {
  expect(splitWords("a".repeat(500)).words).toEqual(["a".repeat(64)]);
});
