import { describe, expect, test } from "vitest";

import { wordPieces } from "./word-pieces";

const vocabulary = new Map(
  ["cafe", "un", "##aff", "##able", ",", "合", "同", "pay", "##ment", "[UNK]"].map((piece, id) => [
    piece,
    piece === "[UNK]" ? 100 : id,
  ]),
);
const split = (text: string, limit = 99) =>
  wordPieces(vocabulary)(text, limit).map(({ id, start, end }) => [id, text.slice(start, end)]);

describe("wordPieces", () => {
  test("takes the longest pieces that the vocabulary knows", () => {
    expect(split("unaffable")).toEqual([
      [1, "un"],
      [2, "aff"],
      [3, "able"],
    ]);
  });

  test("reads capitals and accents as plain letters, and keeps where they stood", () => {
    expect(split("  CAFÉ, payment")).toEqual([
      [0, "CAFÉ"],
      [4, ","],
      [7, "pay"],
      [8, "ment"],
    ]);
  });

  test("takes Chinese characters one by one", () => {
    expect(split("合同")).toEqual([
      [5, "合"],
      [6, "同"],
    ]);
  });

  test("gives one unknown token for a word that it cannot spell or that is endless", () => {
    expect(split("zebra")).toEqual([[100, "zebra"]]);
    expect(split("x".repeat(200))).toEqual([[100, "x".repeat(200)]]);
  });

  test("stops at the limit", () => {
    expect(split("payment payment", 3)).toHaveLength(3);
  });
});
