import { expect, test } from "vitest";
import type { PlacedWord } from "./placed-word";
import { joinSpacedLetters } from "./spaced-letters";

function letters(text: string, narrow: number, wide: number): PlacedWord[] {
  let left = 0;
  return text.split(" ").flatMap((word) => {
    const placed = [...word].map((letter): PlacedWord => {
      const at: PlacedWord["at"] = [left, 0, 6, 10];
      left += 6 + narrow;
      return { text: letter, box: at, at, size: 10, isBold: false, isGlued: false };
    });
    left += wide - narrow;
    return placed;
  });
}

test("letters set apart become words where wider gaps part them", () => {
  const joined = joinSpacedLetters(letters("LEASE TERMS", 4, 9));
  expect(joined.map(({ text }) => text)).toEqual(["LEASE", "TERMS"]);
  expect(joined[0]?.box).toEqual([0, 0, 46, 10]);
});

test("single letters at even distances stay apart", () => {
  expect(joinSpacedLetters(letters("ABCDEFG", 8, 8))).toHaveLength(7);
});
