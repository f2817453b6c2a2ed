import { crc32 } from "node:zlib";

/** A block of a RAR of version 5: its fields after the flags, its records of extra data and the bytes after it. */
export type Block = {
  type: number;
  flags: number;
  fields: Buffer;
  extras: { type: number; content: Buffer }[];
  dataSize: number;
};

export const hasExtra = 1;
export const hasData = 2;

export type Reader = { at: number; readonly bytes: Buffer };

/** Reads a number of 7 bits a byte, the lowest first. Throws at the end of the bytes. */
export function readNumber(reader: Reader): number {
  let value = 0;
  for (let shift = 0; shift < 50; shift += 7) {
    const byte = reader.bytes.readUInt8(reader.at++);
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value;
  }
  throw new Error("The number is too long.");
}

export function writtenNumber(value: number): Buffer {
  const bytes: number[] = [];
  let left = value;
  do {
    const low = left % 0x80;
    left = Math.floor(left / 0x80);
    bytes.push(left > 0 ? low | 0x80 : low);
  } while (left > 0);
  return Buffer.from(bytes);
}

/** Returns the number of bytes that a block takes, from the sum before it to its last field. */
export function lengthOfBlock(bytes: Buffer, at: number): number {
  const reader = { bytes, at: at + 4 };
  const size = readNumber(reader);
  return reader.at - at + size;
}

/** Reads a whole block. Throws if its sum is wrong. */
export function readBlock(block: Buffer): Block {
  if (block.readUInt32LE(0) !== crc32(block.subarray(4))) throw new Error("The block is damaged.");
  const reader = { bytes: block, at: 4 };
  readNumber(reader);
  const type = readNumber(reader);
  const flags = readNumber(reader);
  const extraSize = flags & hasExtra ? readNumber(reader) : 0;
  const dataSize = flags & hasData ? readNumber(reader) : 0;
  const end = block.length - extraSize;
  const fields = block.subarray(reader.at, end);
  return { type, flags, fields, extras: readExtras(block.subarray(end)), dataSize };
}

function readExtras(bytes: Buffer): Block["extras"] {
  const found: Block["extras"] = [];
  const reader = { bytes, at: 0 };
  while (reader.at < bytes.length) {
    const size = readNumber(reader);
    const end = reader.at + size;
    const type = readNumber(reader);
    found.push({ type, content: bytes.subarray(reader.at, end) });
    reader.at = end;
  }
  return found;
}

export function writtenBlock({ type, flags, fields, extras, dataSize }: Block): Buffer {
  const extra = Buffer.concat(
    extras.flatMap(({ type: kind, content }) => {
      const record = Buffer.concat([writtenNumber(kind), content]);
      return [writtenNumber(record.length), record];
    }),
  );
  const own =
    (flags & ~(hasExtra | hasData)) |
    (extra.length > 0 ? hasExtra : 0) |
    (dataSize > 0 ? hasData : 0);
  const body = Buffer.concat([
    writtenNumber(type),
    writtenNumber(own),
    ...(extra.length > 0 ? [writtenNumber(extra.length)] : []),
    ...(dataSize > 0 ? [writtenNumber(dataSize)] : []),
    fields,
    extra,
  ]);
  const block = Buffer.concat([Buffer.alloc(4), writtenNumber(body.length), body]);
  block.writeUInt32LE(crc32(block.subarray(4)), 0);
  return block;
}
