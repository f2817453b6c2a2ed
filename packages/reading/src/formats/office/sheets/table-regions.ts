import type { FilledCell } from "./cells";

/**
 * Splits the cells of a sheet into tables: at empty rows, or at an empty column with a table on each side. A merged cell fills all its
 * positions.
 */
export function tableRegions(cells: FilledCell[], depth = 0): FilledCell[][] {
  if (cells.length === 0) return [];
  if (depth > deepest) return [cells];
  const within = (part: FilledCell[]) => tableRegions(part, depth + 1);
  const rows = parted(cells, "row");
  if (rows.length > 1) return rows.flatMap(within);
  const columns = parted(cells, "column");
  if (columns.length < 2) return [cells];
  const tables = joinSlivers(columns);
  return tables.length > 1 ? tables.flatMap(within) : [cells];
}

const deepest = 40;

function parted(cells: FilledCell[], axis: "row" | "column"): FilledCell[][] {
  const span = axis === "row" ? "rowSpan" : "columnSpan";
  const sorted = [...cells].sort((a, b) => a[axis] - b[axis]);
  const parts: FilledCell[][] = [];
  let end = -1;
  for (const cell of sorted) {
    const part = parts.at(-1);
    if (part && cell[axis] <= end + 1) part.push(cell);
    else parts.push([cell]);
    end = Math.max(end, cell[axis] + cell[span] - 1);
  }
  const order = new Map(cells.map((cell, index) => [cell, index]));
  return parts.map((part) => part.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
}

/** Joins a single column beside an empty column with its neighbour, because it holds the neighbour's names or values. */
function joinSlivers(columns: FilledCell[][]): FilledCell[][] {
  const joined: FilledCell[][] = [];
  for (const part of columns) {
    const before = joined.at(-1);
    if (before && (isSliver(part) || isSliver(before))) {
      joined.pop();
      joined.push([...before, ...part].sort((a, b) => a.row - b.row || a.column - b.column));
    } else joined.push(part);
  }
  return joined;
}

function isSliver(cells: FilledCell[]): boolean {
  const columns = new Set(cells.map(({ column }) => column));
  const rows = new Set(cells.map(({ row }) => row));
  return columns.size < 2 || rows.size < 2;
}
