import { expect, test } from "vitest";
import type { SeenWord } from "./engine";
import { mendWords } from "./mend-words";

const aWord = (text: string, left: number, confidence = 90): SeenWord => ({
  text,
  confidence,
  box: [left, 0, 10 * text.length, 16],
});

const mended = (words: SeenWord[]) =>
  mendWords({ box: [0, 0, 500, 20], words }).words.map(({ text }) => text);

test("puts a number together that a gap after its point or colon tore apart", () => {
  expect(mended([aWord("29.", 0), aWord("70", 39)])).toEqual(["29.70"]);
  expect(mended([aWord("12:", 0), aWord("30", 39)])).toEqual(["12:30"]);
  expect(mended([aWord("RM5", 0), aWord(".20", 38)])).toEqual(["RM5.20"]);
});

test("leaves apart what is no number, or too far apart to be one", () => {
  expect(mended([aWord("2.", 0), aWord("Rent", 24)])).toEqual(["2.", "Rent"]);
  expect(mended([aWord("1.", 0), aWord("70", 60)])).toEqual(["1.", "70"]);
  expect(mended([aWord("15.", 0), aWord("2026", 34)])).toEqual(["15.", "2026"]);
});

test("leaves out signs and scraps that the engine doubts, and keeps doubtful words", () => {
  const words = [
    aWord("~", 0, 40),
    aWord("ee", 30, 12),
    aWord("Rent", 60, 45),
    aWord("&", 120, 90),
  ];
  expect(mended(words)).toEqual(["Rent", "&"]);
});
