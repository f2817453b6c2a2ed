import { type CellObject, utils, type WorkSheet } from "@e965/xlsx";
import type { Limits } from "../../../contract/limits";
import { type Shown, shownNumber } from "./shown-number";

export type Corner = { row: number; column: number };

/** A cell with content, with its position in the sheet and the size of its merged area. */
export type FilledCell = Corner & {
  text: string;
  number?: number;
  shown?: string;
  formula?: string;
  url?: string;
  rowSpan: number;
  columnSpan: number;
};

export type Remark = Corner & { author: string; text: string };

/** Words of cells that nobody can see: those that a number format hides, and white ones on white. */
export type UnseenCells = { leftOut: string[]; white: string[] };

/** The content of one sheet. `isCut` is true if cells were left out. `uncomputed` counts cells that show a formula, because the file keeps no value. */
export type SheetContent = {
  cells: FilledCell[];
  remarks: Remark[];
  isCut: boolean;
  uncomputed: number;
  unseen: UnseenCells;
};

/** White cells by their addresses. If nothing else may lie behind them, they are left out. */
export type WhiteCells = { has(row: number, column: number): boolean; areLeftOut: boolean };

export const noWhiteCells: WhiteCells = { has: () => false, areLeftOut: false };

export type Room = { cells: number; characters: number };

/** Returns how much of a file's cells is read. */
export function roomOf({ cells, textCharacters }: Pick<Limits, "cells" | "textCharacters">): Room {
  return { cells, characters: textCharacters };
}

/** Returns the room that a sheet leaves to those after it. */
export function roomAfter(room: Room, { cells }: Pick<SheetContent, "cells">): Room {
  const used = cells.reduce((sum, { text }) => sum + text.length, 0);
  return { cells: room.cells - cells.length, characters: room.characters - used };
}

/** Returns at most as many filled cells of a sheet as there is room for, row by row, with the comments on them. */
export function filledCells(
  sheet: WorkSheet,
  room: Room,
  { is1904, white = noWhiteCells }: { is1904: boolean; white?: WhiteCells | undefined },
): SheetContent {
  const spans = new Map<string, { rowSpan: number; columnSpan: number }>();
  for (const { s, e } of sheet["!merges"] ?? [])
    spans.set(`${s.r},${s.c}`, { rowSpan: e.r - s.r + 1, columnSpan: e.c - s.c + 1 });
  const collected = collectCells(room);
  const remarks: Remark[] = [];
  const rows: unknown = sheet["!data"];
  const unseen: UnseenCells = { leftOut: [], white: [] };
  let uncomputed = 0;
  for (const row of keysOf(rows)) {
    for (const column of keysOf(at(rows, row))) {
      const cell = at(at(rows, row), column);
      if (!isCell(cell)) continue;
      for (const { a: author = "", t: text = "" } of cell.c ?? [])
        remarks.push({ row, column, author, text: withoutAuthor(text, author) });
      if (cell.t === "z" && !cell.f) continue;
      if (cell.t === "z") uncomputed += 1;
      const url = cell.l?.Target;
      const content = contentOf(cell, is1904);
      if (noteUnseen(unseen, content.text, hiddenValue(cell, content.text), { row, column, white }))
        continue;
      collected.add({
        ...content,
        row,
        column,
        ...(spans.get(`${row},${column}`) ?? { rowSpan: 1, columnSpan: 1 }),
        ...(url && { url }),
      });
    }
  }
  return { ...collected.ended(), remarks, uncomputed, unseen };
}

const mostNoted = 1_000;

/** Notes the words of a cell that nobody can see. Returns true if the cell is to be left out. */
export function noteUnseen(
  unseen: UnseenCells,
  shown: string,
  hidden: string,
  { row, column, white }: Corner & { white: WhiteCells },
): boolean {
  if (hidden !== "" && unseen.leftOut.length < mostNoted) unseen.leftOut.push(hidden);
  if (hidden !== "") return true;
  if (shown === "" || !white.has(row, column)) return false;
  const list = white.areLeftOut ? unseen.leftOut : unseen.white;
  if (list.length < mostNoted) list.push(shown);
  return white.areLeftOut;
}

/** Returns the value of a cell whose format shows nothing of it, such as `;;;`. A zero that does not show is no secret. */
function hiddenValue({ t, v, z }: CellObject, shown: string): string {
  const isValue = t === "n" || t === "s" || t === "d";
  if (!isValue || shown !== "" || v === undefined || v === 0 || typeof z !== "string") return "";
  return v instanceof Date ? v.toISOString().slice(0, 10) : String(v).trim();
}

/** Collects filled cells until there is no more room. Empty cells do not count. */
export function collectCells(room: Room) {
  const cells: FilledCell[] = [];
  let isFull = false;
  let isCut = false;
  let characters = 0;
  return {
    get isFull() {
      return isFull;
    },
    add(cell: FilledCell): void {
      if (cell.text === "") return;
      characters += cell.text.length;
      if (cells.length >= room.cells || characters > room.characters) isFull = true;
      else cells.push(cell);
    },
    /** Notes that filled cells were left out. */
    cut(): void {
      isCut = true;
    },
    ended: () => ({ cells, isCut: isCut || isFull }),
  };
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

/** Returns a cell's text as the sheet shows it, and its number if that is not a date. */
function contentOf(
  cell: CellObject,
  is1904: boolean,
): Pick<FilledCell, "text" | "number" | "shown" | "formula"> {
  if (cell.t === "z") return { text: `=${cell.f}` };
  const value = plainContent(cell, is1904);
  return cell.f ? { ...value, formula: formulaText(cell.f) } : value;
}

function plainContent(
  cell: CellObject,
  is1904: boolean,
): Pick<FilledCell, "text" | "number" | "shown"> {
  const format = typeof cell.z === "string" && cell.z !== "General" ? cell.z : null;
  if (cell.t === "d" && cell.v instanceof Date) return shownDate(cell.v, { format, is1904 });
  if (cell.t !== "n" || typeof cell.v !== "number") return { text: shownByLibrary(cell) };
  const found = format ? shownNumber(cell.v, { format, is1904 }) : null;
  if (found?.isDate) return withShown(found);
  return { text: found?.text ?? shownByLibrary(cell), number: cell.v };
}

function withShown({ text, shown }: Shown): Pick<FilledCell, "text" | "shown"> {
  return shown === undefined || shown === text ? { text } : { text, shown };
}

const longestFormula = 1_000;

/** Returns a formula as people write it. Files mark functions of later releases with a prefix. */
export function formulaText(formula: string): string {
  const plain = `=${formula.replace(/^=/, "").replace(/\b_xl(?:fn|ws|udf)\./g, "")}`;
  return plain.length > longestFormula ? `${plain.slice(0, longestFormula)}…` : plain;
}

function shownByLibrary(cell: CellObject): string {
  return utils.format_cell(cell).trim();
}

/**
 * Returns a date under its format, and without one in ISO 8601. One ISO date in a sheet makes the library return dates for all its days and
 * durations. The library keeps the sheet's wall clock in UTC.
 */
function shownDate(
  date: Date,
  given: { format: string | null; is1904: boolean },
): Pick<FilledCell, "text" | "shown"> {
  const { is1904 } = given;
  const serial = serialOf(date, is1904);
  const isTime = serial >= 0 && serial < 1;
  const whole = Number.isInteger(serial) ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm:ss";
  const format = given.format ?? (isTime ? "hh:mm:ss" : whole);
  const found = shownNumber(serial, { format, is1904 });
  return found ? withShown(found) : { text: date.toISOString().slice(0, 10) };
}

const SECONDS_A_DAY = 86_400;

/** Returns the days since the first day of the workbook, to the second. The first system counts a 29 February 1900 that never was. */
function serialOf(date: Date, is1904: boolean): number {
  const first = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const days = Math.round((date.getTime() - first) / 1_000) / SECONDS_A_DAY;
  return !is1904 && days < 61 ? days - 1 : days;
}

/** Removes the author's name from the start of an old note. */
function withoutAuthor(text: string, author: string): string {
  const bare = text.replace(/^\[Threaded comment\][\s\S]*?\n[^\S\n]*Comment:\s*/, "").trim();
  return author && bare.startsWith(`${author}:`) ? bare.slice(author.length + 1).trim() : bare;
}
