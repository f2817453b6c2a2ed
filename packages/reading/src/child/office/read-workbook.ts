import { read, utils, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { rangeAddress } from "../../a1";
import type { DocumentModel } from "../../document-model";
import { type CellInput, createModelBuilder, type ModelBuilder } from "../../model-builder";
import { openArchive } from "../archive";
import type { Source } from "../read-file";
import { corrupt, encrypted, tooLarge } from "../refusals";

/** XLSX, XLS and ODS: a page for each sheet with cells in it, values as the sheet shows them. */
export async function readWorkbook(source: Source): Promise<DocumentModel> {
  if (source.format !== "xls") await openArchive(source.bytes, source.limits);
  const workbook = parse(source);
  const builder = createModelBuilder(source);
  describe(builder, workbook);
  let left = source.limits.cells;
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (!sheet || workbook.Workbook?.Sheets?.[index]?.Hidden === 2) continue;
    builder.startPage({ kind: "sheet", label: name });
    left -= addSheet(builder, sheet, left);
  }
  return builder.build();
}

function parse({ bytes, password }: Source): WorkBook {
  try {
    return read(bytes, {
      dense: true,
      cellHTML: false,
      cellFormula: false,
      cellStyles: false,
      ...(password && { password }),
    });
  } catch (cause) {
    if (cause instanceof Error && /password|encrypt/i.test(cause.message))
      throw encrypted("The spreadsheet");
    throw corrupt("The spreadsheet", cause);
  }
}

function describe({ metadata }: ModelBuilder, { Props }: WorkBook) {
  if (Props?.Title) metadata.title = String(Props.Title);
  if (Props?.Author) metadata.author = String(Props.Author);
  if (Props?.Subject) metadata.subject = String(Props.Subject);
  const created = Props?.CreatedDate ? new Date(Props.CreatedDate) : null;
  if (created && !Number.isNaN(created.getTime())) metadata.createdAt = created.toISOString();
}

type Filled = { text: string; row: number; column: number };

/** Adds each island of cells as a table of its own and returns how many cells it took. */
function addSheet(builder: ModelBuilder, sheet: WorkSheet, most: number): number {
  const filled = filledCells(sheet);
  if (filled.length > most) throw tooLarge("The spreadsheet has too many cells.");
  const merges = new Map(
    (sheet["!merges"] ?? []).map(({ s, e }) => [
      `${s.r},${s.c}`,
      {
        ...(e.r > s.r && { rowSpan: e.r - s.r + 1 }),
        ...(e.c > s.c && { columnSpan: e.c - s.c + 1 }),
      },
    ]),
  );
  for (const table of tablesOf(filled)) {
    const top = table[0]?.row ?? 0;
    const left = table.reduce((least, { column }) => Math.min(least, column), Infinity);
    const cells = table.map(
      ({ text, row, column }): CellInput => ({
        text,
        row: row - top,
        column: column - left,
        ...merges.get(`${row},${column}`),
        ...(row === top && table.length > 1 && isLabel(text) && { isHeader: true }),
      }),
    );
    const last = table.reduce(
      (most, { row, column }) => ({
        row: Math.max(most.row, row),
        column: Math.max(most.column, column),
      }),
      { row: 0, column: 0 },
    );
    builder.addTable({ cells, range: rangeAddress({ row: top, column: left }, last) });
  }
  return filled.length;
}

function filledCells(sheet: WorkSheet): Filled[] {
  const rows: unknown = sheet["!data"];
  const filled: Filled[] = [];
  if (!Array.isArray(rows)) return filled;
  rows.forEach((cells: unknown, row) => {
    if (!Array.isArray(cells)) return;
    cells.forEach((cell: unknown, column) => {
      if (!isCell(cell)) return;
      const text = utils.format_cell(cell).trim();
      if (text !== "") filled.push({ text, row, column });
    });
  });
  return filled;
}

function isCell(cell: unknown): cell is Parameters<typeof utils.format_cell>[0] {
  return typeof cell === "object" && cell !== null && "t" in cell && cell.t !== "z";
}

function isLabel(text: string): boolean {
  return /\p{L}/u.test(text) && !/^[\d.,\s%-]+$/.test(text);
}

/** Rows that follow without an empty one between them are a table. */
function tablesOf(filled: Filled[]): Filled[][] {
  const tables: Filled[][] = [];
  let lastRow = -2;
  for (const cell of filled) {
    const table = tables.at(-1);
    if (table && cell.row - lastRow <= 1) table.push(cell);
    else tables.push([cell]);
    lastRow = cell.row;
  }
  return tables;
}
