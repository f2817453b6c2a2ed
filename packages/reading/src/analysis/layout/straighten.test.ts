import { expect, test } from "vitest";
import type { PlacedWord } from "./placed-word";
import { straightened } from "./straighten";

function page(slope: number): PlacedWord[] {
  return Array.from({ length: 40 }, (_, index): PlacedWord => {
    const x = 50 + (index % 10) * 45;
    const at: PlacedWord["at"] = [x, 100 + Math.floor(index / 10) * 14 + x * slope, 40, 10];
    return { text: `w${index}`, box: at, at, size: 10, isBold: false, isGlued: false };
  });
}

test("words of a tilted page are on level lines, and their boxes stay", () => {
  const words = straightened(page(0.09));
  const tops = words.slice(0, 10).map(({ at }) => at[1] + at[3] / 2);
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(0.1);
  expect(words.map(({ box }) => box)).toEqual(page(0.09).map(({ box }) => box));
});

test("a level page stays as it is", () => {
  const words = page(0);
  expect(straightened(words)).toBe(words);
});
