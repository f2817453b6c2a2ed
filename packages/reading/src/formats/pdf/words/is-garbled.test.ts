import { expect, test } from "vitest";
import { isBetterSeen, isGarbled } from "./is-garbled";
import type { PageWords } from "./page-words";

type Seen = Parameters<typeof isBetterSeen>[0];

const wordsOf = (text: string) =>
  text.split(" ").map((word): Seen["words"][number] => ({
    text: word,
    box: [0, 0, 1, 1],
    at: [0, 0, 1, 1],
    size: 10,
    isBold: false,
    isGlued: false,
  }));
const pageOf = (text: string): PageWords => ({
  byDirection: [wordsOf(text)],
  characters: text.length,
  unreadable: 0,
});
const seen = (text: string, score = 0.9): Seen => ({
  words: wordsOf(text),
  quality: { score, reasons: [] },
});

const plain = "The tenant pays the rent of the office on the first day of every month "
  .repeat(3)
  .trim();
const garbled = plain.replace(/[aeiou]/g, "x");

test("a font that maps glyphs to wrong letters is noticed, and plain text is not", () => {
  expect(isGarbled(pageOf(garbled))).toBe(true);
  expect(isGarbled(pageOf(plain))).toBe(false);
});

test("the picture is believed only if it says as much and says it better", () => {
  expect(isBetterSeen(seen(plain), pageOf(garbled))).toBe(true);
  expect(isBetterSeen(seen(plain, 0.4), pageOf(garbled))).toBe(false);
  expect(isBetterSeen(seen("The tenant pays"), pageOf(garbled))).toBe(false);
  expect(isBetterSeen(seen(garbled), pageOf(garbled))).toBe(false);
  expect(isBetterSeen(seen(plain), pageOf("ووووف سسسبق ".repeat(30).trim()))).toBe(false);
});
