import ExcelJS from "exceljs";

import { localTime, momentText } from "./figure-text";
import { flatRows, notesOf } from "./flat-rows";
import type { ReportAnswer, ReportDocument, ReportTile, ReportUnit } from "./report-document";

const MICRO = 1_000_000;

/**
 * Returns a report as a workbook: a sheet that says what it is, and a sheet of figures for each tile. Figures are numbers, parts of the range
 * are dates as clocks in the report's zone show them. Texts are stored as texts, so that no cell is ever a formula.
 */
export async function reportXlsx(report: ReportDocument): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.created = report.asOf;
  book.modified = report.asOf;
  const names = sheetNames(report.tiles);
  addFirst(book, report, names);
  report.tiles.forEach((tile, place) => {
    addTile(book, { tile, name: names[place] ?? `Figure ${place + 1}`, timeZone: report.timeZone });
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function addFirst(book: ExcelJS.Workbook, report: ReportDocument, names: readonly string[]): void {
  const sheet = book.addWorksheet("Report");
  const { range, timeZone, filters } = report;
  const said: [string, string][] = [
    ["Report", report.title],
    ["About", report.about],
    ["From", momentText(range.from, timeZone)],
    ["To (not included)", momentText(range.to, timeZone)],
    ["Time zone", timeZone],
    ["Filters", filters.length > 0 ? filters.join("; ") : "None"],
    ["As of", momentText(report.asOf, timeZone)],
  ];
  sheet.addRows(said);
  sheet.addRow([]);
  sheet.addRow(["Figure", "Value", "Before", "Sheet", "Definition", "Notes"]).font = { bold: true };
  report.tiles.forEach((tile, place) => {
    const row = sheet.addRow([
      tile.title,
      "answer" in tile ? amountOf(tile.answer.total, tile.answer.unit) : null,
      "answer" in tile ? amountOf(tile.answer.before?.total ?? null, tile.answer.unit) : null,
      names[place] ?? "",
      tile.definition,
      notesOf(tile).join(" "),
    ]);
    if (!("answer" in tile)) return;
    for (const column of [2, 3]) row.getCell(column).numFmt = formatOf(tile.answer.unit);
  });
  widen(sheet, [28, 18, 18, 28, 60, 40]);
}

function addTile(
  book: ExcelJS.Workbook,
  { tile, name, timeZone }: { tile: ReportTile; name: string; timeZone: string },
): void {
  const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  if ("problem" in tile) {
    sheet.addRow([tile.problem]);
    return;
  }
  const { answer } = tile;
  const isOverTime = answer.points.some(({ at }) => at !== null);
  const before = [...(isOverTime ? ["Beginning"] : []), ...answer.breakOuts];
  sheet.addRow([...before, headOf(tile.title, answer), "Rows"]).font = { bold: true };
  for (const { at, groups, value, n } of flatRows(answer, timeZone)) {
    const row = sheet.addRow([
      ...(isOverTime ? [at ? wallClock(at, timeZone) : "Whole range"] : []),
      ...groups,
      amountOf(value, answer.unit),
      n,
    ]);
    if (isOverTime && at)
      row.getCell(1).numFmt = answer.grain === "hour" ? "yyyy-mm-dd hh:mm" : "yyyy-mm-dd";
    row.getCell(before.length + 1).numFmt = formatOf(answer.unit);
  }
  widen(sheet, [...before.map(() => 24), 18, 12]);
}

function headOf(title: string, { unit }: ReportAnswer): string {
  if (unit === "microUsd") return `${title} (US dollars)`;
  return unit === "share" ? title : `${title} (${unit})`;
}

/** Dates of workbooks have no zone: returns the moment at which clocks in UTC show what those in the zone show. */
function wallClock(at: Date, timeZone: string): Date {
  const { day, time } = localTime(at, timeZone);
  return new Date(`${day}T${time}:00.000Z`);
}

function amountOf(value: number | null, unit: ReportUnit): number | null {
  return value !== null && unit === "microUsd" ? value / MICRO : value;
}

function formatOf(unit: ReportUnit): string {
  if (unit === "microUsd") return "$#,##0.00####";
  if (unit === "share") return "0.00%";
  return "#,##0.####";
}

function widen(sheet: ExcelJS.Worksheet, widths: readonly number[]): void {
  widths.forEach((width, place) => {
    sheet.getColumn(place + 1).width = width;
  });
}

const MOST_OF_NAME = 31;

/** Names of sheets have at most 31 characters, none of them of a few, and differ in more than upper and lower case. */
function sheetNames(tiles: readonly ReportTile[]): string[] {
  const taken = new Set(["report", "history"]);
  return tiles.map(({ title }, place) => {
    const plain = title
      .replaceAll(/[*?:\\/[\]]/g, " ")
      .replaceAll(/^'+|'+$/g, "")
      .trim();
    let name = (plain || `Figure ${place + 1}`).slice(0, MOST_OF_NAME).trim();
    for (let again = 2; taken.has(name.toLowerCase()); again += 1) {
      const end = ` ${again}`;
      name = `${(plain || "Figure").slice(0, MOST_OF_NAME - end.length)}${end}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
