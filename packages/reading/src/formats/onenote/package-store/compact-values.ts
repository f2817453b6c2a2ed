import type { Cursor } from "../store/cursor";
import { type Id, idOf, noId } from "../store/ids";

/** Reads a compact unsigned number ([MS-FSSHTTPB] 2.2.1.1): the lowest set bit of the first byte tells how many bytes follow. */
export function readCompactNumber(cursor: Cursor): number {
  const first = cursor.u8();
  if (first === 0) return 0;
  const more = 31 - Math.clz32(first & -first);
  if (more === 7) return cursor.u64();
  const bytes = [first, ...cursor.bytes(more)];
  const whole = bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);
  return Math.floor(whole / 2 ** (more + 1));
}

/** Reads an extended GUID ([MS-FSSHTTPB] 2.2.1.7): the number is before the GUID, in 5, 10, 17 or 32 bits. */
export function readCompactId(cursor: Cursor): Id {
  const first = cursor.u8();
  if (first === 0) return noId;
  const number = numberOf(first, cursor);
  return idOf(cursor.bytes(16), number);
}

function numberOf(first: number, cursor: Cursor): number {
  if ((first & 0x07) === 0x04) return first >> 3;
  if ((first & 0x3f) === 0x20) return (cursor.u8() << 2) | (first >> 6);
  if ((first & 0x7f) === 0x40) return (cursor.u16() << 1) | (first >> 7);
  if (first === 0x80) return cursor.u32();
  throw new Error("The id is damaged.");
}

/** The id of an object space in a context: the one is the current state of a page, others are earlier states. */
export type CellId = { context: Id; space: Id };

export function readCellId(cursor: Cursor): CellId {
  return { context: readCompactId(cursor), space: readCompactId(cursor) };
}

export function cellKey({ context, space }: CellId): Id {
  return `${context}/${space}`;
}

export function readArray<Value>(cursor: Cursor, read: (cursor: Cursor) => Value): Value[] {
  const count = readCompactNumber(cursor);
  if (count > cursor.left) throw new Error("The list is longer than the structure.");
  return Array.from({ length: count }, () => read(cursor));
}

/** Reads past a serial number ([MS-FSSHTTPB] 2.2.1.9). */
export function skipSerialNumber(cursor: Cursor): void {
  if (cursor.u8() !== 0) cursor.bytes(24);
}

export function readBinary(cursor: Cursor): Buffer {
  return cursor.bytes(readCompactNumber(cursor));
}
