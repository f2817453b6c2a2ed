import { expect, test } from "vitest";

import { marksOf } from "./marks";

const marked = (text: string, query: string) =>
  marksOf(text, query).map(([start, end]) => text.slice(start, end));

test("the words that were asked for are marked, whatever their case", () => {
  expect(marked("The Rent is due. RENT review.", "rent")).toEqual(["Rent", "RENT"]);
});

test("other forms of a longer word are marked", () => {
  expect(marked("terminates on termination", "terminate")).toEqual(["terminates", "termination"]);
});

test("words that stand everywhere are not", () => {
  expect(marked("The end of the lease", "when does the lease end")).toEqual(["end", "lease"]);
});

test("letters of any script are words", () => {
  expect(marked("Der Mietvertrag läuft aus", "läuft")).toEqual(["läuft"]);
});
