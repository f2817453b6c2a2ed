import { describe, expect, test } from "vitest";

import { excerptOf, spanToMark } from "./excerpt";

const text = "The tenant pays rent of 4,100 euros on the first day of each month.";

describe("excerptOf", () => {
  test("it keeps every letter of a short passage, marked or not", () => {
    const pieces = excerptOf(text, [
      [4, 10],
      [16, 20],
    ]);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.filter(({ isMarked }) => isMarked).map((piece) => piece.text)).toEqual([
      "tenant",
      "rent",
    ]);
  });

  test("it shows the marked words of a long passage even when they stand at its end", () => {
    const long = `${"word ".repeat(200)}needle in the hay`;
    const at = long.indexOf("needle");
    const pieces = excerptOf(long, [[at, at + 6]], 100);
    expect(pieces).toContainEqual({ text: "needle", isMarked: true });
    expect(pieces[0]?.text).toBe("… ");
  });
});

describe("spanToMark", () => {
  test("it points at the found words in the document, not at the whole passage", () => {
    expect(
      spanToMark(
        [1000, 1067],
        [
          [4, 10],
          [16, 20],
        ],
      ),
    ).toEqual([1004, 1020]);
  });

  test("it falls back on the passage when it was found by meaning alone", () => {
    expect(spanToMark([1000, 1067], [])).toEqual([1000, 1067]);
  });

  test("it does not mark half a page because one word stands far below", () => {
    expect(
      spanToMark(
        [0, 900],
        [
          [4, 10],
          [800, 806],
        ],
      ),
    ).toEqual([4, 10]);
  });
});
