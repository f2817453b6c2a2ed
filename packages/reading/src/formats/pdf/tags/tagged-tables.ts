import { unionOf } from "../../../analysis/layout/page-geometry";
import type { PlacedWord } from "../../../analysis/layout/placed-word";
import type { FoundCell, FoundTable } from "../../../analysis/tables/found-table";
import type { TagElement } from "./structure-tree";
import { contentsOf } from "./tagged-blocks";

const mostRows = 2_000;
const mostColumns = 100;
/** Cells of layouts hold whole texts. */
const mostWordsPerCell = 30;
/** The share of neighbours that may lie elsewhere than the tags say. */
const mostAstray = 0.03;

/**
 * Returns the table that an element describes, with its spans. Returns null if the table has fewer than two columns or rows, holds whole texts,
 * or is not printed in rows and columns.
 */
export function taggedTable(
  element: TagElement,
  wordsOf: (contents: number[]) => PlacedWord[],
): FoundTable | null {
  const rows = rowsOf(element);
  if (rows.length < 2 || rows.length > mostRows || hasTable(element)) return null;
  const cells = withoutEmptyEdges(cellsIn(rows, wordsOf));
  const words = cells.flatMap((cell) => cell.words);
  if (words.length === 0 || !isGrid(cells) || isLayout(cells) || !isPrinted(cells)) return null;
  return { box: unionOf(words.map(({ at }) => at)), cells, certainty: 1, isRuled: false };
}

function elementsIn({ children }: TagElement): TagElement[] {
  return children.filter((child) => typeof child !== "number");
}

type Row = { cells: TagElement[]; isHead: boolean };

function rowsOf(element: TagElement): Row[] {
  return elementsIn(element).flatMap((child): Row[] => {
    if (child.type === "TR") {
      const cells = elementsIn(child).filter(({ type }) => type === "TD" || type === "TH");
      return [{ cells, isHead: cells.length > 0 && cells.every(({ type }) => type === "TH") }];
    }
    if (!/^(THead|TBody|TFoot)$/.test(child.type)) return [];
    const isHead = child.type === "THead";
    return rowsOf(child).map((row) => ({ ...row, isHead: isHead || row.isHead }));
  });
}

function hasTable(element: TagElement): boolean {
  return elementsIn(element).some((child) => child.type === "Table" || hasTable(child));
}

function cellsIn(rows: Row[], wordsOf: (contents: number[]) => PlacedWord[]): FoundCell[] {
  const taken = new Set<string>();
  return rows.flatMap(({ cells, isHead }, row) => {
    let column = 0;
    return cells.map((cell): FoundCell => {
      while (taken.has(`${row} ${column}`)) column += 1;
      const { rowSpan, columnSpan } = cell;
      for (let r = row; r < Math.min(rows.length, row + rowSpan); r += 1)
        for (let c = column; c < Math.min(mostColumns, column + columnSpan); c += 1)
          taken.add(`${r} ${c}`);
      const words = wordsOf(contentsOf(cell));
      const box = unionOf(words.map(({ at }) => at));
      return { row, column, rowSpan, columnSpan, isHeader: isHead, words, box };
    });
  });
}

/** Takes away rows and columns at the end that have no words: programs tag the space around a table. */
function withoutEmptyEdges(cells: FoundCell[]): FoundCell[] {
  const filled = cells.filter(({ words }) => words.length > 0);
  const lastRow = Math.max(...filled.map(({ row }) => row));
  const lastColumn = Math.max(...filled.map(({ column }) => column));
  return cells
    .filter(({ row, column }) => row <= lastRow && column <= lastColumn)
    .map((cell) => ({
      ...cell,
      rowSpan: Math.min(cell.rowSpan, lastRow + 1 - cell.row),
      columnSpan: Math.min(cell.columnSpan, lastColumn + 1 - cell.column),
    }));
}

/** Returns true if the cells fill a grid of at least two rows and columns without a gap. */
function isGrid(cells: FoundCell[]): boolean {
  const rows = Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan));
  const columns = Math.max(...cells.map(({ column, columnSpan }) => column + columnSpan));
  const area = cells.reduce((sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan, 0);
  if (rows < 2 || columns < 2 || columns > mostColumns || area !== rows * columns) return false;
  const filled = new Set(cells.filter(({ words }) => words.length > 0).map(({ column }) => column));
  return filled.size >= 2;
}

function isLayout(cells: FoundCell[]): boolean {
  const filled = cells.filter(({ words }) => words.length > 0);
  const words = filled.reduce((sum, cell) => sum + cell.words.length, 0);
  const least = cells.some(({ isHeader }) => isHeader) ? 0.3 : 0.5;
  return (
    words > mostWordsPerCell * filled.length || filled.length < Math.max(4, least * cells.length)
  );
}

/** Returns true if each row is printed below the row before, and each column beside the column before. */
function isPrinted(cells: FoundCell[]): boolean {
  const filled = cells.filter(({ words }) => words.length > 0);
  const side = runsFromRight(filled) ? -1 : 1;
  let [pairs, astray] = [0, 0];
  for (const [index, a] of filled.entries())
    for (const b of filled.slice(index + 1, index + 60)) {
      const isRight =
        isBesideInOrder(a, b, side) && isBesideInOrder(b, a, side) && isBelowInOrder(a, b);
      pairs += 1;
      if (!isRight) astray += 1;
    }
  return pairs > 0 && astray <= mostAstray * pairs;
}

function runsFromRight(cells: FoundCell[]): boolean {
  const steps = cells.slice(1).flatMap((cell, index) => {
    const before = cells[index];
    return before && before.row === cell.row ? [Math.sign(cell.box[0] - before.box[0])] : [];
  });
  return steps.reduce((sum, step) => sum + step, 0) < 0;
}

/** In one row the second must begin where the first ends; in different rows one may be aligned to the right. */
function isBesideInOrder(a: FoundCell, b: FoundCell, side: number): boolean {
  if (b.column < a.column + a.columnSpan) return true;
  const [left, right] = side > 0 ? [a.box, b.box] : [b.box, a.box];
  return a.row === b.row ? left[0] + left[2] <= right[0] + 2 : left[0] < right[0] + right[2];
}

function isBelowInOrder({ row, rowSpan, box: a }: FoundCell, { row: next, box: b }: FoundCell) {
  return next < row + rowSpan || a[1] + a[3] <= b[1] + 0.35 * Math.min(a[3], b[3]);
}
