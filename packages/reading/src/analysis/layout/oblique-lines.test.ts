import { expect, test } from "vitest";
import { obliqueLines } from "./oblique-lines";
import type { PlacedWord } from "./placed-word";

function rising(text: string, x: number, y: number): PlacedWord {
  const at: PlacedWord["at"] = [x, y - 24, 24, 24];
  return { text, box: at, at, size: 10, isBold: false, isGlued: false };
}

test("words that rise one after the other are a line, and those beside them another", () => {
  const words = [
    rising("Net", 100, 200),
    rising("weight", 120, 174),
    rising("Gross", 130, 200),
    rising("price", 150, 174),
  ];
  const lines = obliqueLines(words).map((line) => line.words.map(({ text }) => text).join(" "));
  expect(lines).toEqual(["Net weight", "Gross price"]);
});
