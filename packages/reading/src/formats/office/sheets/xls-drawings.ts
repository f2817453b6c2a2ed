import { find, read } from "cfb";
import iconv from "iconv-lite";
import type { ContentItem } from "../content-item";
import type { SheetExtras } from "./drawings";

/** Kinds of records in a workbook of Excel 97 to 2003, by their names in [MS-XLS] 2.3.2. */
const beginning = 0x0809;
const ending = 0x000a;
const boundSheet = 0x0085;
const object = 0x005d;
const textObject = 0x01b6;
const continued = 0x003c;
const seriesText = 0x100d;

/** The comments of cells are objects too, and are read with the cells. */
const commentObject = 0x19;

/** After all cells, because the places of the drawings are not read. */
const atEnd = { row: Number.MAX_SAFE_INTEGER, column: 0 };

type BiffRecord = { kind: number; at: number; data: Buffer };

/**
 * Reads the words of text boxes and other shapes, and the titles of charts and their series, which the spreadsheet library leaves out. Returns them by the name of
 * the sheet; nothing for a file of another kind.
 */
export function readXlsDrawings(bytes: Buffer): Map<string, SheetExtras> {
  const stream = streamOf(bytes);
  if (!stream) return new Map();
  const records = [...recordsOf(stream)];
  const names = namesByOffset(records);
  const extras = new Map<string, SheetExtras>();
  let name: string | undefined;
  let depth = 0;
  let isComment = false;
  for (const [index, { kind, at, data }] of records.entries()) {
    if (kind === beginning) {
      if (depth === 0) name = names.get(at);
      depth += 1;
    } else if (kind === ending) depth = Math.max(0, depth - 1);
    else if (kind === object && data.length >= 6)
      isComment = data.readUInt16LE(4) === commentObject;
    if (!name) continue;
    if (kind === textObject && !isComment)
      add(extras, name, "paragraph", wordsAfter(records, index));
    if (kind === seriesText) add(extras, name, "caption", chartText(data));
  }
  return extras;
}

function streamOf(bytes: Buffer): Buffer | null {
  try {
    const container = read(bytes, { type: "buffer" });
    const entry = find(container, "/Workbook") ?? find(container, "/Book");
    return entry ? Buffer.from(entry.content) : null;
  } catch {
    return null;
  }
}

function* recordsOf(stream: Buffer): Generator<BiffRecord> {
  for (let at = 0; at + 4 <= stream.length; ) {
    const size = stream.readUInt16LE(at + 2);
    yield { kind: stream.readUInt16LE(at), at, data: stream.subarray(at + 4, at + 4 + size) };
    at += 4 + size;
  }
}

/** Returns the names of the sheets by the offset at which each begins. */
function namesByOffset(records: readonly BiffRecord[]): Map<number, string> {
  const names = new Map<number, string>();
  for (const { kind, data } of records)
    if (kind === boundSheet && data.length > 8)
      names.set(data.readUInt32LE(0), shortString(data.subarray(6)));
  return names;
}

/** Decodes a string of Excel: its length in a byte, a byte that tells whether it has two bytes a letter, its letters. */
function shortString(data: Buffer): string {
  const length = data[0] ?? 0;
  return letters(data.subarray(1), length);
}

function letters(data: Buffer, length: number): string {
  const isWide = ((data[0] ?? 0) & 1) === 1;
  const bytes = data.subarray(1, 1 + length * (isWide ? 2 : 1));
  return iconv.decode(bytes, isWide ? "utf-16le" : "latin1");
}

/** Returns the text of a shape, which the records after it hold. */
function wordsAfter(records: readonly BiffRecord[], index: number): string {
  const { data } = records[index] ?? { data: Buffer.alloc(0) };
  let left = data.length >= 12 ? data.readUInt16LE(10) : 0;
  let words = "";
  for (let next = index + 1; left > 0 && records[next]?.kind === continued; next += 1) {
    const piece = letters(records[next]?.data ?? Buffer.alloc(0), left);
    if (piece === "") break;
    words += piece;
    left -= piece.length;
  }
  return words;
}

function chartText(data: Buffer): string {
  return data.length > 3 ? shortString(data.subarray(2)) : "";
}

function add(
  extras: Map<string, SheetExtras>,
  name: string,
  kind: "paragraph" | "caption",
  text: string,
): void {
  if (text.trim() === "") return;
  const own = extras.get(name) ?? { drawn: [], hidden: { rows: 0, columns: 0 } };
  const item: ContentItem = { kind, text: text.trim() };
  own.drawn.push({ at: atEnd, items: [item] });
  extras.set(name, own);
}
