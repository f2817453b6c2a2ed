import type { Block, Cell } from "@besunny/document-model/parsed-document";
import { expect, test } from "vitest";

import { tablesOf } from "./tables";

const cell = (text: string, row: number, column: number, more: Partial<Cell> = {}): Cell => ({
  text,
  row,
  column,
  span: [0, 0],
  ...more,
});
const block = (id: string, page: number, cells: Cell[] | null, continues?: string): Block => ({
  id,
  kind: cells ? "table" : "paragraph",
  page,
  span: [0, 0],
  ...(cells && { cells }),
  ...(continues && { continues }),
});
const textsOf = (rows: (Cell | null)[][]) => rows.map((row) => row.map((each) => each?.text ?? ""));

test("joins the rows of a table that goes on on later pages", () => {
  const tables = tablesOf({
    blocks: [
      block("b1", 1, [cell("Item", 0, 0), cell("Sum", 0, 1), cell("Rent", 1, 0), cell("4", 1, 1)]),
      block("b2", 1, null),
      block("b3", 2, [cell("Heat", 0, 0), cell("5", 0, 1)], "b1"),
      block("b4", 3, [cell("Water", 0, 0), cell("6", 0, 1)], "b3"),
      block("b5", 3, [cell("Other", 0, 0)]),
    ],
  });
  expect(tables.map(({ id, page }) => [id, page])).toEqual([
    ["b1", 1],
    ["b5", 3],
  ]);
  expect(textsOf(tables[0]?.rows ?? [])).toEqual([
    ["Item", "Sum"],
    ["Rent", "4"],
    ["Heat", "5"],
    ["Water", "6"],
  ]);
});

test("says a cell over several places once", () => {
  const [table] = tablesOf({
    blocks: [
      block("b1", 1, [cell("Both", 0, 0, { columnSpan: 2 }), cell("a", 1, 0), cell("b", 1, 1)]),
    ],
  });
  expect(textsOf(table?.rows ?? [])).toEqual([
    ["Both", ""],
    ["a", "b"],
  ]);
});
