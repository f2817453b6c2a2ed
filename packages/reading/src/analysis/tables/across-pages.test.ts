import type { Box } from "@besunny/document-model/parsed-document";
import { expect, test } from "vitest";
import { continuationOf } from "./across-pages";
import type { FoundCell, FoundTable } from "./found-table";

type Shape = { columns: number[]; heads?: number; isBold?: boolean };

function aTable(rows: string[][], { columns, heads = 0, isBold = false }: Shape): FoundTable {
  const cells = rows.flatMap((row, index) =>
    row.map((text, column): FoundCell => {
      const box: Box = [columns[column] ?? 0, index * 12, 40, 10];
      const words =
        text === ""
          ? []
          : [{ text, box, at: box, size: 10, isBold: isBold && index < heads, isGlued: false }];
      return { row: index, column, rowSpan: 1, columnSpan: 1, isHeader: index < heads, words, box };
    }),
  );
  return { box: [0, 0, 300, rows.length * 12], cells, certainty: 1, isRuled: false };
}

const columns = [50, 120, 200];
const first = aTable(
  [
    ["Name", "Born", "Died"],
    ["Ada", "1815", "1852"],
  ],
  { columns, heads: 1, isBold: true },
);

test("rows under the same columns go on from the page before", () => {
  const rest = continuationOf(first, aTable([["Alan", "1912", "1954"]], { columns, heads: 0 }));
  expect(rest?.cells.some(({ isHeader }) => isHeader)).toBe(false);
});

test("heads in other alphabets are compared as well", () => {
  const above = aTable(
    [
      ["Имя", "Год", "Город"],
      ["Анна", "1815", "Киев"],
    ],
    { columns, heads: 1, isBold: true },
  );
  const others = aTable(
    [
      ["Товар", "Цена", "Склад"],
      ["Хлеб", "12", "Север"],
    ],
    { columns, heads: 1, isBold: true },
  );
  expect(continuationOf(above, others)).toBeNull();
});

test("heads that are repeated stay heads", () => {
  const rest = continuationOf(
    first,
    aTable(
      [
        ["Name", "Born", "Died"],
        ["Alan", "1912", "1954"],
      ],
      { columns, heads: 1, isBold: true },
    ),
  );
  expect(rest?.cells.filter(({ isHeader }) => isHeader)).toHaveLength(3);
});

test("a first row taken for a head is a row when the page before had the heads", () => {
  const rest = continuationOf(
    first,
    aTable(
      [
        ["Alan", "in London", "in Wilmslow"],
        ["Kurt", "in Brno", "in Princeton"],
      ],
      { columns, heads: 1 },
    ),
  );
  expect(rest?.cells.some(({ isHeader }) => isHeader)).toBe(false);
});

test("a column that is empty on the second page keeps its number", () => {
  const rest = continuationOf(
    first,
    aTable(
      [
        ["Alan", "1954"],
        ["Kurt", "1978"],
      ],
      { columns: [50, 200] },
    ),
  );
  expect(rest?.cells.map(({ column }) => column)).toEqual([0, 2, 0, 2]);
});

test("other columns or other heads are another table", () => {
  expect(continuationOf(first, aTable([["a", "b"]], { columns: [90, 260] }))).toBeNull();
  expect(
    continuationOf(
      first,
      aTable(
        [
          ["City", "Area", "People"],
          ["Oslo", "454", "709"],
        ],
        { columns, heads: 1, isBold: true },
      ),
    ),
  ).toBeNull();
});
