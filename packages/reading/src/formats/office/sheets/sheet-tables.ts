import { rangeAddress } from "@besunny/document-model/cell-address";
import type { CellInput, TableInput } from "@besunny/document-model/document-builder";
import { clipSpans } from "../clip-spans";
import type { Corner, FilledCell } from "./cells";
import { tableRegions } from "./table-regions";

export type SheetTable = { at: Corner; table: TableInput };

/** Returns the tables of a sheet with their ranges. A title above a table becomes a table of its own. */
export function sheetTables(cells: FilledCell[]): SheetTable[] {
  return tableRegions(cells).flatMap(withTitleApart).map(tableOf);
}

const mostTitles = 3;

function withTitleApart(island: FilledCell[]): FilledCell[][] {
  const titles: FilledCell[][] = [];
  let rest = island;
  while (titles.length < mostTitles) {
    const row = Math.min(...firstRowOf(rest));
    const [title, other] = rest.filter((cell) => cell.row === row);
    const below = rest.filter((cell) => cell.row !== row);
    const isWide = new Set(below.map(({ column }) => column)).size > 1;
    if (!title || other || !isWide || title.rowSpan > 1 || title.number !== undefined) break;
    titles.push([title]);
    rest = below;
  }
  return [...titles, rest];
}

function firstRowOf(cells: FilledCell[]): number[] {
  const [first] = cells;
  return first ? [first.row] : [];
}

function tableOf(cells: FilledCell[]): SheetTable {
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const { row, column, rowSpan, columnSpan } of cells) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row + Math.min(rowSpan, mostSpanned) - 1);
    right = Math.max(right, column + Math.min(columnSpan, mostSpanned) - 1);
  }
  const hasHeader = hasHeaderRow(cells, top);
  return {
    at: { row: top, column: left },
    table: {
      range: rangeAddress({ row: top, column: left }, { row: bottom, column: right }),
      cells: clipSpans(
        cells.map(
          ({ text, number, shown, formula, url, row, column, rowSpan, columnSpan }): CellInput => ({
            text,
            row: row - top,
            column: column - left,
            ...(rowSpan > 1 && { rowSpan }),
            ...(columnSpan > 1 && { columnSpan }),
            ...(number !== undefined && { number }),
            ...(shown !== undefined && { shown }),
            ...(formula !== undefined && { formula }),
            ...(url && { links: [{ start: 0, end: text.length, url }] }),
            ...(hasHeader && row === top && { isHeader: true }),
          }),
        ),
      ),
    },
  };
}

/** The largest span that counts. A merge over a whole column has no meaning. */
const mostSpanned = 1_000;

/** Returns true if the first row heads the others: it holds only words, in at least half of the columns. */
function hasHeaderRow(cells: FilledCell[], top: number): boolean {
  const first = cells.filter(({ row }) => row === top);
  const columns = new Set(cells.map(({ column }) => column)).size;
  const isWordy = first.every(({ text, number }) => number === undefined && /\p{L}/u.test(text));
  return isWordy && cells.length > first.length && first.length * 2 >= columns;
}
