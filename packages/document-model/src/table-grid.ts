import type { Cell } from "./parsed-document";

const mostPlaces = 2_000_000;

/**
 * Returns a table as rows of equal length, from the first to the last column in use. A cell over several places is in each of them. Columns
 * and rows in which no cell begins are left out. Spans of absurd size are cut: at most 2,000,000 places repeat a cell. If the grid would
 * have over 2,000,000 more places than cells, each row holds only its own cells.
 */
export function tableGrid(cells: readonly Cell[]): (Cell | null)[][] {
  const rowNumbers = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  const columnNumbers = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  if (rowNumbers.length * columnNumbers.length > mostPlaces + cells.length) return ragged(cells);
  const rowAt = new Map(rowNumbers.map((row, index) => [row, index]));
  const columnAt = new Map(columnNumbers.map((column, index) => [column, index]));
  const grid = rowNumbers.map(() => columnNumbers.map((): Cell | null => null));
  let filled = 0;
  for (const cell of cells) {
    const top = rowAt.get(cell.row) ?? 0;
    const left = columnAt.get(cell.column) ?? 0;
    for (let row = top; isWithin(rowNumbers, row, cell.row + (cell.rowSpan ?? 1)); row++)
      for (let at = left; isWithin(columnNumbers, at, cell.column + (cell.columnSpan ?? 1)); at++) {
        const line = grid[row];
        const isOwn = row === top && at === left;
        if (line && (isOwn || (line[at] === null && filled++ < mostPlaces))) line[at] = cell;
      }
  }
  return grid;
}

function ragged(cells: readonly Cell[]): Cell[][] {
  const rows = [...Map.groupBy(cells, ({ row }) => row)].sort(([a], [b]) => a - b);
  return rows.map(([, row]) => row.sort((a, b) => a.column - b.column));
}

function isWithin(numbers: number[], index: number, end: number): boolean {
  const number = numbers[index];
  return number !== undefined && number < end;
}
