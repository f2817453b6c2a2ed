import type { CellInput } from "@besunny/document-model/document-builder";
import { dateOf } from "./date";
import { objectTypes } from "./object-types";
import { type IworkObjects, referenceIn, referencesIn } from "./objects";
import { bytesIn, type Field, messageAt, messagesIn, numberIn } from "./protobuf";
import { textOfStorage } from "./storage";

/** The texts of a table's cells by their keys, as the cells refer to them. */
type Texts = { plain: Map<number, string>; rich: Map<number, string> };

/** Returns the cells of a table of Numbers, Pages or Keynote. */
export function cellsOfTable(table: Field[], objects: IworkObjects): CellInput[] {
  const store = messageAt(table, 4) ?? [];
  const headerRows = numberIn(table, 9) ?? 0;
  const texts = {
    plain: textsOf(messageAt(store, 4), objects),
    rich: textsOf(messageAt(store, 17), objects),
  };
  const tileRows = numberIn(messageAt(store, 3) ?? [], 2) ?? 256;
  const cells: CellInput[] = [];
  for (const tile of messagesIn(messageAt(store, 3) ?? [], 1)) {
    const object = objects.get(referenceIn(messageAt(tile, 2), objects) ?? 0);
    if (object?.type !== objectTypes.tile) continue;
    const firstRow = (numberIn(tile, 1) ?? 0) * tileRows;
    for (const row of messagesIn(object.fields, 5)) {
      const number = firstRow + (numberIn(row, 1) ?? 0);
      for (const { column, text } of cellsOfRow(row, texts))
        cells.push({ text, row: number, column, ...(number < headerRows && { isHeader: true }) });
    }
  }
  return cells;
}

function textsOf(reference: Field[] | undefined, objects: IworkObjects): Map<number, string> {
  const list = objects.get(referenceIn(reference, objects) ?? 0)?.fields ?? [];
  return new Map(
    messagesIn(list, 3).map((entry) => [
      numberIn(entry, 1) ?? 0,
      bytesIn(entry, 3)?.toString("utf8") ?? richText(entry, objects),
    ]),
  );
}

function richText(entry: Field[], objects: IworkObjects): string {
  const texts = referencesIn(entry, objects).flatMap((id) => {
    const payload = objects.get(id)?.fields ?? [];
    return referencesIn(payload, objects).map((inner) => {
      const object = objects.get(inner);
      return object && objectTypes.storages.includes(object.type) ? textOfStorage(object) : "";
    });
  });
  return texts.filter((text) => text !== "").join(" ");
}

const noCell = 0xffff;

/** A row has the bytes of its cells and, for each column, the place where the bytes of its cell begin. */
function cellsOfRow(row: Field[], texts: Texts): { column: number; text: string }[] {
  const isNew = bytesIn(row, 6) !== undefined && (bytesIn(row, 7)?.length ?? 0) > 0;
  const bytes = bytesIn(row, isNew ? 6 : 3) ?? Buffer.alloc(0);
  const places = bytesIn(row, isNew ? 7 : 4) ?? Buffer.alloc(0);
  const unit = numberIn(row, 8) ? 4 : 1;
  const cells: { column: number; text: string }[] = [];
  for (let column = 0; column * 2 + 2 <= places.length; column++) {
    const place = places.readUInt16LE(column * 2);
    if (place === noCell) continue;
    const text = textOfCell(bytes.subarray(place * unit), texts);
    if (text !== "") cells.push({ column, text });
  }
  return cells;
}

type Values = { number?: number; seconds?: number; plain?: number; rich?: number };

const kinds = { number: 2, text: 3, date: 5, truth: 6, duration: 7, error: 8, rich: 9, amount: 10 };

function textOfCell(cell: Buffer, texts: Texts): string {
  const kind = cell[1] ?? 0;
  const { number, seconds, plain, rich } = valuesOf(cell);
  switch (kind) {
    case kinds.number:
    case kinds.amount:
      return number === undefined ? "" : String(Number(number.toPrecision(15)));
    case kinds.text:
      return texts.plain.get(plain ?? -1) ?? "";
    case kinds.rich:
      return texts.rich.get(rich ?? -1) ?? "";
    case kinds.date:
      return seconds === undefined ? "" : dateOf(seconds);
    case kinds.truth:
      return number ? "TRUE" : "FALSE";
    case kinds.duration:
      return number === undefined ? "" : `${number} s`;
    case kinds.error:
      return "#ERROR!";
    default:
      return "";
  }
}

const newest = 5;

/** Reads the values that stand after the head of a cell. Flags in the head say which of them are there, in this order. */
function valuesOf(cell: Buffer): Values {
  try {
    return (cell[0] ?? 0) >= newest ? newValues(cell) : oldValues(cell);
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
}

function newValues(cell: Buffer): Values {
  const flags = cell.readUInt32LE(8);
  const values: Values = {};
  let at = 12;
  if (flags & 1) {
    values.number = decimalAt(cell, at);
    at += 16;
  }
  if (flags & 2) {
    values.number ??= cell.readDoubleLE(at);
    at += 8;
  }
  if (flags & 4) {
    values.seconds = cell.readDoubleLE(at);
    at += 8;
  }
  if (flags & 8) {
    values.plain = cell.readUInt32LE(at);
    at += 4;
  }
  if (flags & 16) values.rich = cell.readUInt32LE(at);
  return values;
}

const oldFlags = {
  styles: 0x0d8e,
  rich: 0x200,
  more: 0x3000,
  plain: 0x10,
  number: 0x20,
  date: 0x40,
};

function oldValues(cell: Buffer): Values {
  const flags = cell.readUInt32LE(4);
  const values: Values = {};
  let at = 12 + 4 * countBits(flags & oldFlags.styles);
  if (flags & oldFlags.rich) {
    values.rich = cell.readUInt32LE(at);
    at += 4;
  }
  at += 4 * countBits(flags & oldFlags.more);
  if (flags & oldFlags.plain) {
    values.plain = cell.readUInt32LE(at);
    at += 4;
  }
  if (flags & oldFlags.number) {
    values.number = cell.readDoubleLE(at);
    at += 8;
  }
  if (flags & oldFlags.date) values.seconds = cell.readDoubleLE(at);
  return values;
}

function countBits(flags: number): number {
  return flags.toString(2).replaceAll("0", "").length;
}

const exponentBias = 0x1820;

/** Reads a decimal number of 128 bits: sign, exponent of 14 bits and digits. */
function decimalAt(cell: Buffer, at: number): number {
  const high = cell.readUInt8(at + 15);
  const next = cell.readUInt8(at + 14);
  let digits = BigInt(next & 1);
  for (let place = 13; place >= 0; place--)
    digits = digits * 256n + BigInt(cell.readUInt8(at + place));
  const exponent = ((high & 0x7f) << 7) + (next >> 1) - exponentBias;
  return Number(`${high & 0x80 ? "-" : ""}${digits}e${exponent}`);
}
