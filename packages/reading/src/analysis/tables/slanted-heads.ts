import type { Box } from "@besunny/document-model/parsed-document";
import { type Segment, unionOf } from "../layout/page-geometry";
import type { PlacedWord } from "../layout/placed-word";
import type { FoundCell, FoundTable } from "./found-table";

/** A table with the turned or slanted heads above its columns, and the lines that are these heads. */
export type HeadedTable = { table: FoundTable; heads: Segment[] };

/** Adds the turned and slanted lines whose feet stand above the columns of a table, as its first row. */
export function withSlantedHeads(table: FoundTable, lines: Segment[]): HeadedTable {
  const columns = columnsOf(table);
  const heads = new Map<number, Segment>();
  for (const line of lines) {
    const foot = footOf(line.words);
    if (!isJustAbove(foot, table.box, line.size)) continue;
    const column = nearest(columns, foot[0], line.size);
    if (column === null || heads.has(column)) continue;
    heads.set(column, line);
  }
  if (heads.size < 2 || heads.size < 0.5 * (columns.length - 1)) return { table, heads: [] };
  const below = table.cells.map((cell) => ({ ...cell, row: cell.row + 1 }));
  const box = unionOf([table.box, ...[...heads.values()].map(({ words }) => boxOf(words))]);
  const cells = [...columns.keys()].map((column): FoundCell => headCell(column, heads.get(column)));
  return { table: { ...table, box, cells: [...cells, ...below] }, heads: [...heads.values()] };
}

function headCell(column: number, line: Segment | undefined): FoundCell {
  const words = levelled(line?.words ?? []);
  return { row: 0, column, rowSpan: 1, columnSpan: 1, isHeader: true, words, box: boxOf(words) };
}

/** Places the words on one level in their order, because cells are read in lines. Their boxes on the page stay. */
function levelled(words: PlacedWord[]): PlacedWord[] {
  let left = 0;
  return words.map((word) => {
    const width = word.text.length * word.size * 0.5;
    const at: Box = [left, 0, width, word.size];
    left += width + 0.3 * word.size;
    return { ...word, at };
  });
}

function boxOf(words: PlacedWord[]): Box {
  return unionOf(words.map(({ box }) => box));
}

type Range = { from: number; to: number };

/** The place of the text of each column. */
function columnsOf({ cells }: FoundTable): Range[] {
  const ranges: Range[] = [];
  for (const { column, columnSpan, words } of cells) {
    if (columnSpan > 1 || words.length === 0) continue;
    const [left, , width] = unionOf(words.map(({ at }) => at));
    const known = ranges[column] ?? { from: Infinity, to: -Infinity };
    ranges[column] = { from: Math.min(known.from, left), to: Math.max(known.to, left + width) };
  }
  return Array.from(ranges, (range) => range ?? { from: Infinity, to: -Infinity });
}

/** Returns the end of a line that is next to what it heads: its lowest point. */
function footOf(words: PlacedWord[]): [x: number, y: number] {
  const [x, y, width, height] = boxOf(words);
  const [first, last] = [words[0]?.box, words.at(-1)?.box];
  const isUpright = words.length > 0 && width < 1.6 * (words[0]?.size ?? 0);
  const falls = first && last && first[1] + first[3] < last[1] + last[3] - 1;
  return [isUpright ? x + width / 2 : falls ? x + width : x, y + height];
}

function isJustAbove([x, y]: [number, number], [left, top, width]: Box, size: number): boolean {
  return (
    x > left - size && x < left + width + 2 * size && y > top - 2.5 * size && y < top + 0.5 * size
  );
}

function nearest(columns: Range[], x: number, size: number): number | null {
  const away = ({ from, to }: Range) => Math.max(from - x, x - to, 0);
  let best: number | null = null;
  for (const [index, column] of columns.entries())
    if (best === null || away(column) < away(columns[best] ?? column)) best = index;
  const column = best === null ? undefined : columns[best];
  return column && away(column) < 2.5 * size ? best : null;
}
