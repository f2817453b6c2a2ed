import { expect, test } from "vitest";

import { placeOf } from "./place-of";

const text = "The rent is EUR 4,340.00 (net).\nIt is paid by Oak  Partners LLP, not by Oak.";
const wordsAt = (words: string) => {
  const span = placeOf(text, words);
  return span && text.slice(...span);
};

test("finds words over any blanks, in any case", () => {
  expect(wordsAt("oak partners llp")).toBe("Oak  Partners LLP");
  expect(wordsAt("EUR 4,340.00 (net)")).toBe("EUR 4,340.00 (net)");
});

test("finds no part of a longer word or number", () => {
  expect(wordsAt("340.00")).toBeNull();
  expect(wordsAt("ren")).toBeNull();
  expect(placeOf(text, "Oak")?.[0]).toBe(text.indexOf("Oak"));
});

test("takes every sign for itself", () => {
  expect(placeOf("a-b (c) [d] $5.00 x^2 | y/z", "a-b (c) [d] $5.00 x^2 | y/z")).toEqual([0, 27]);
  expect(wordsAt("rent.is")).toBeNull();
});
