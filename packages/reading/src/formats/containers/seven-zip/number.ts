/** Reads the fields of a 7z header. Throws at the end of the bytes. */
export type FieldReader = {
  at: number;
  byte(): number;
  number(): number;
  bytes(length: number): Buffer;
};

export function createFieldReader(bytes: Buffer): FieldReader {
  const reader: FieldReader = {
    at: 0,
    byte: () => bytes.readUInt8(reader.at++),
    /** The first byte tells by its leading ones how many bytes follow; its other bits are the highest. */
    number() {
      const first = reader.byte();
      let value = 0;
      for (let index = 0; index < 8; index += 1) {
        const mask = 0x80 >> index;
        if ((first & mask) === 0) return value + (first & (mask - 1)) * 2 ** (8 * index);
        value += reader.byte() * 2 ** (8 * index);
      }
      return value;
    },
    bytes(length) {
      if (length < 0 || reader.at + length > bytes.length) throw new Error("The header is cut.");
      reader.at += length;
      return bytes.subarray(reader.at - length, reader.at);
    },
  };
  return reader;
}

/** Writes a number as a 7z header does. */
export function writtenNumber(value: number): Buffer {
  for (let more = 0; more < 8; more += 1) {
    const highest = Math.floor(value / 2 ** (8 * more));
    if (highest >= 0x80 >> more) continue;
    const first = (0xff00 >> more) & 0xff;
    const bytes = Array.from(
      { length: more },
      (_, index) => Math.floor(value / 2 ** (8 * index)) & 0xff,
    );
    return Buffer.from([first | highest, ...bytes]);
  }
  throw new RangeError("The number is too large.");
}
