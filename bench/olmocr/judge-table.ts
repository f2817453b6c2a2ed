import type { Cell } from "@besunny/document-model/parsed-document";
import type { Assertion } from "./assertions";
import { ratio } from "./closeness";
import { normal } from "./normal";

type Side = "up" | "down" | "left" | "right";

const sides: Side[] = ["up", "down", "left", "right"];

/** Returns true if a cell of the table has the asserted text, with all asserted neighbours and heads. */
export function holdsInTable(assertion: Assertion, cells: Cell[]): boolean {
  const { max_diffs = 0 } = assertion;
  const isLike = (wanted: string, { text }: Cell) =>
    ratio(normal(wanted), normal(text)) >=
    Math.max(0.5, 1 - max_diffs / Math.max(1, wanted.length));
  const grid = gridOf(cells);
  return cells
    .filter((cell) => isLike(assertion.cell ?? "", cell))
    .some((cell) => {
      const holds = (wanted: string | undefined, found: () => Cell[]) =>
        !wanted || found().some((other) => isLike(wanted, other));
      return (
        sides.every((side) => holds(assertion[side], () => beside(cell, side, grid))) &&
        holds(assertion.top_heading, () => headsOf(cell, "up", grid)) &&
        holds(assertion.left_heading, () => headsOf(cell, "left", grid))
      );
    });
}

type Grid = { at: Map<string, Cell>; rows: number; columns: number };

function gridOf(cells: Cell[]): Grid {
  const grid: Grid = { at: new Map(), rows: 0, columns: 0 };
  for (const cell of cells) {
    const { bottom, right } = edgesOf(cell);
    for (let row = cell.row; row <= bottom; row += 1)
      for (let column = cell.column; column <= right; column += 1)
        grid.at.set(`${row} ${column}`, cell);
    grid.rows = Math.max(grid.rows, bottom + 1);
    grid.columns = Math.max(grid.columns, right + 1);
  }
  return grid;
}

function edgesOf({ row, column, rowSpan = 1, columnSpan = 1 }: Cell) {
  return { bottom: row + rowSpan - 1, right: column + columnSpan - 1 };
}

/** Returns the nearest cells on one side, one for each row or column of the cell. */
function beside(cell: Cell, side: Side, { at, rows, columns }: Grid): Cell[] {
  const { bottom, right } = edgesOf(cell);
  const isAcross = side === "left" || side === "right";
  const step = side === "up" || side === "left" ? -1 : 1;
  const found = new Set<Cell>();
  const [from, to] = isAcross ? [cell.row, bottom] : [cell.column, right];
  for (let line = from; line <= to; line += 1) {
    let place = isAcross
      ? (side === "left" ? cell.column : right) + step
      : (side === "up" ? cell.row : bottom) + step;
    const end = isAcross ? columns : rows;
    for (; place >= 0 && place < end; place += step) {
      const other = at.get(isAcross ? `${line} ${place}` : `${place} ${line}`);
      if (!other || other === cell) continue;
      found.add(other);
      break;
    }
  }
  return [...found];
}

/** Returns the heads on the way to the edge of the table, or where there are none the cells at the edge. */
function headsOf(cell: Cell, side: "up" | "left", grid: Grid): Cell[] {
  const seen = new Set<Cell>([cell]);
  const heads: Cell[] = [];
  const ends: Cell[] = [];
  for (const each of seen) {
    if (each.isHeader && each !== cell) heads.push(each);
    const next = beside(each, side, grid);
    if (next.length === 0 && each !== cell) ends.push(each);
    for (const other of next) seen.add(other);
  }
  return heads.length > 0 ? heads : ends;
}
