import type { Box } from "@besunny/document-model/parsed-document";
import { expect, test } from "vitest";
import { segmentOf } from "../layout/page-geometry";
import type { PlacedWord } from "../layout/placed-word";
import type { FoundTable } from "./found-table";
import { withSlantedHeads } from "./slanted-heads";

function word(text: string, at: Box): PlacedWord {
  return { text, box: at, at, size: 10, isBold: false, isGlued: false };
}

const table: FoundTable = {
  box: [50, 200, 250, 30],
  certainty: 1,
  isRuled: false,
  cells: ["Ropes", "12", "14"].map((text, column) => {
    const box: Box = [50 + column * 100, 200, 40, 10];
    return {
      row: 0,
      column,
      rowSpan: 1,
      columnSpan: 1,
      isHeader: false,
      words: [word(text, box)],
      box,
    };
  }),
};

test("slanted lines above columns become the first row", () => {
  const lines = [
    segmentOf([word("Net", [155, 170, 24, 24]), word("weight", [178, 145, 24, 24])]),
    segmentOf([word("Price", [255, 170, 24, 24])]),
  ];
  const { table: headed, heads } = withSlantedHeads(table, lines);
  const first = headed.cells.filter(({ row }) => row === 0);
  expect(first.map(({ words }) => words.map(({ text }) => text).join(" "))).toEqual([
    "",
    "Net weight",
    "Price",
  ]);
  expect(heads).toHaveLength(2);
});

test("a stamp elsewhere is no head", () => {
  const stamp = segmentOf([word("Paid", [155, 20, 24, 24])]);
  expect(withSlantedHeads(table, [stamp, stamp]).table).toBe(table);
});
