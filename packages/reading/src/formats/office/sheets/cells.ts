import { type CellObject, SSF, utils, type WorkSheet } from "@e965/xlsx";

export type Corner = { row: number; column: number };

/** A cell with content, with its position in the sheet and the size of its merged area. */
export type FilledCell = Corner & {
  text: string;
  number?: number;
  url?: string;
  rowSpan: number;
  columnSpan: number;
};

export type Remark = Corner & { author: string; text: string };

/** Returns at most `most` filled cells of a sheet, row by row, with the comments on them. `isCut` is true if cells were left out. */
export function filledCells(
  sheet: WorkSheet,
  most: { cells: number; characters: number },
): { cells: FilledCell[]; remarks: Remark[]; isCut: boolean } {
  const spans = new Map<string, { rowSpan: number; columnSpan: number }>();
  for (const { s, e } of sheet["!merges"] ?? [])
    spans.set(`${s.r},${s.c}`, { rowSpan: e.r - s.r + 1, columnSpan: e.c - s.c + 1 });
  const cells: FilledCell[] = [];
  const remarks: Remark[] = [];
  const rows: unknown = sheet["!data"];
  let isCut = false;
  let characters = 0;
  for (const row of keysOf(rows)) {
    for (const column of keysOf(at(rows, row))) {
      const cell = at(at(rows, row), column);
      if (!isCell(cell)) continue;
      for (const { a: author = "", t: text = "" } of cell.c ?? [])
        remarks.push({ row, column, author, text: withoutAuthor(text, author) });
      if (cell.t === "z") continue;
      const text = shownAs(cell);
      if (text === "") continue;
      characters += text.length;
      if (cells.length >= most.cells || characters > most.characters) {
        isCut = true;
        continue;
      }
      const url = cell.l?.Target;
      cells.push({
        text,
        row,
        column,
        ...(spans.get(`${row},${column}`) ?? { rowSpan: 1, columnSpan: 1 }),
        ...(url && { url }),
        ...(isPlainNumber(cell) && { number: cell.v }),
      });
    }
  }
  return { cells, remarks, isCut };
}

/** Returns the filled positions of a sparse list, because sheets may claim millions of rows and have three. */
function keysOf(list: unknown): number[] {
  return Array.isArray(list) ? Object.keys(list).map(Number).filter(Number.isInteger) : [];
}

function at(list: unknown, place: number): unknown {
  return Array.isArray(list) ? list[place] : undefined;
}

function isCell(cell: unknown): cell is CellObject {
  return typeof cell === "object" && cell !== null && "t" in cell;
}

function isPlainNumber(cell: CellObject): cell is CellObject & { v: number } {
  return cell.t === "n" && typeof cell.v === "number" && !isDate(cell);
}

function isDate({ z }: CellObject): boolean {
  return typeof z === "string" && SSF.is_date(z);
}

/** Formats a cell as the sheet shows it. Dates of digits alone become ISO 8601, because day and month look alike. */
function shownAs(cell: CellObject): string {
  if (cell.t === "n" && typeof cell.v === "number" && isDate(cell)) {
    const date = isoDate(cell.v, String(cell.z));
    if (date) return date;
  }
  return utils.format_cell(cell).trim();
}

function isoDate(value: number, format: string): string | null {
  const bare = format.replace(/"[^"]*"|\\.|\[[^[\]]*\]/g, "").toLowerCase();
  if (!/y/.test(bare) || !/d/.test(bare) || /mmm|ddd|[eg]/.test(bare.replace(/general/g, "")))
    return null;
  const hasTime = /[hs]/.test(bare);
  try {
    return SSF.format(hasTime ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd", value);
  } catch {
    return null;
  }
}

/** Removes the author's name from the start of an old note. */
function withoutAuthor(text: string, author: string): string {
  const bare = text.replace(/^\[Threaded comment\][\s\S]*?\n[^\S\n]*Comment:\s*/, "").trim();
  return author && bare.startsWith(`${author}:`) ? bare.slice(author.length + 1).trim() : bare;
}
