import { cellAddress, columnName, rangeStart } from "../cell-address";
import type { Block, Cell } from "../parsed-document";
import { type Covered, coveredPlaces, gap } from "./covered-places";
import { escaped, type Write, whole } from "./markup";
import { cellHtml } from "./table-html";

/** A table of a sheet, with the place of its first cell. */
type Region = { id: string; range: string; cells: Cell[] };

/** A cell at its place in the sheet, with the block it belongs to. */
type Placed = { cell: Cell; block: string; row: number; column: number } & Pick<
  Cell,
  "rowSpan" | "columnSpan"
>;

type Corner = { row: number; column: number };

/** Blocks that lie at a range of their sheet. */
export function isRegion(block: Block): block is Block & Region {
  return block.cells !== undefined && block.range !== undefined;
}

/** A sheet begins at its first cell, or at A1 if no more rows or columns than these are empty before it. */
const emptyBefore = 3;

/** More empty rows than these become one row that says how many are left out. */
const emptyRows = 3;

/** More columns than these stay without letters. */
const mostColumns = 2_000;

/**
 * Returns the tables of a sheet as one grid with the letters of its columns and the numbers of its rows. Both are attributes, so that the text
 * of the grid is that of its cells. Each cell says its block, its place in the text, its address and its formula. The row that heads the longest
 * table has `data-head`. A row with `data-gap` replaces that many empty rows.
 */
export function sheetHtml(write: Write, regions: readonly Region[]): string {
  const placed = regions.flatMap(placedCells);
  const rows = [...Map.groupBy(placed, ({ row }) => row)].sort(([a], [b]) => a - b);
  const covered = coveredPlaces(placed);
  const origin = originOf(placed);
  const width = placed.reduce(
    (most, { column, columnSpan = 1 }) =>
      Math.max(most, column + Math.min(columnSpan, mostColumns) - origin.column),
    0,
  );
  const head = headRow(regions);
  const lines: string[] = [];
  let next = origin.row;
  for (const [row, own] of rows) {
    lines.push(...emptyLines(next, row, { covered, origin, width }));
    const cells = own.sort((a, b) => a.column - b.column);
    lines.push(rowHtml(write, cells, { row, covered, origin, width, isHead: row === head }));
    next = row + 1;
  }
  return `<table data-sheet>\n${lettersOf(origin, width)}\n<tbody>\n${lines.join("\n")}\n</tbody>\n</table>`;
}

function placedCells({ id, range, cells }: Region): Placed[] {
  const start = rangeStart(range);
  return cells.map((cell) => ({
    cell,
    block: id,
    row: start.row + cell.row,
    column: start.column + cell.column,
    ...(cell.rowSpan !== undefined && { rowSpan: cell.rowSpan }),
    ...(cell.columnSpan !== undefined && { columnSpan: cell.columnSpan }),
  }));
}

function originOf(placed: readonly Placed[]): Corner {
  const first = (values: number[]) => values.reduce((least, each) => Math.min(least, each));
  if (placed.length === 0) return { row: 0, column: 0 };
  const row = first(placed.map((each) => each.row));
  const column = first(placed.map((each) => each.column));
  return { row: row > emptyBefore ? row : 0, column: column > emptyBefore ? column : 0 };
}

/** Returns the row that heads the longest table, if one does. */
function headRow(regions: readonly Region[]): number | null {
  const headed = regions.filter(({ cells }) => cells.some(({ isHeader }) => isHeader));
  const [longest] = headed.sort((a, b) => b.cells.length - a.cells.length);
  const head = longest?.cells.find(({ isHeader }) => isHeader);
  return longest && head ? rangeStart(longest.range).row + head.row : null;
}

type Grid = { covered: Covered; origin: Corner; width: number };

function emptyLines(from: number, to: number, { covered, origin, width }: Grid) {
  if (to - from > emptyRows)
    return [
      `<tr data-gap="${to - from}">${axis("row", "⋮")}<td colspan="${whole(width)}"></td></tr>`,
    ];
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => {
    const row = from + at;
    const empty = gap(row, origin.column, origin.column + width, covered);
    return `<tr>${axis("row", String(row + 1))}${empty}</tr>`;
  });
}

function rowHtml(
  write: Write,
  cells: readonly Placed[],
  { row, covered, origin, width, isHead }: Grid & { row: number; isHead: boolean },
): string {
  let html = axis("row", String(row + 1));
  let column = origin.column;
  for (const { cell, block, ...at } of cells) {
    html += gap(row, column, at.column, covered);
    html += cellHtml(write, cell, [
      `data-end="${whole(cell.span[1])}"`,
      `data-block="${escaped(block)}"`,
      `data-cell="${cellAddress(row, at.column)}"`,
      ...(cell.formula ? [`data-formula="${escaped(cell.formula)}"`] : []),
    ]);
    column = at.column + (cell.columnSpan ?? 1);
  }
  html += gap(row, column, origin.column + width, covered);
  return `<tr${isHead ? " data-head" : ""}>${html}</tr>`;
}

function lettersOf(origin: Corner, width: number): string {
  const letters = Array.from({ length: Math.min(width, mostColumns) }, (_, column) =>
    axis("col", columnName(origin.column + column)),
  );
  return `<thead><tr>${axis("corner", "")}${letters.join("")}</tr></thead>`;
}

function axis(kind: "row" | "col" | "corner", name: string): string {
  const scope = kind === "corner" ? "" : ` scope="${kind}" aria-label="${name}"`;
  return `<th data-axis="${name}"${scope}></th>`;
}
