/** Reads numbers (little-endian) and bytes one after the other. Throws at the end of the bytes. */
export type Cursor = {
  readonly at: number;
  readonly left: number;
  u8(): number;
  u16(): number;
  u32(): number;
  u64(): number;
  bytes(length: number): Buffer;
};

export function createCursor(bytes: Buffer): Cursor {
  let at = 0;

  function take(length: number): number {
    if (length < 0 || at + length > bytes.length) throw new Error("The structure ends too early.");
    at += length;
    return at - length;
  }

  return {
    get at() {
      return at;
    },
    get left() {
      return bytes.length - at;
    },
    u8: () => bytes.readUInt8(take(1)),
    u16: () => bytes.readUInt16LE(take(2)),
    u32: () => bytes.readUInt32LE(take(4)),
    u64: () => Number(bytes.readBigUInt64LE(take(8))),
    bytes: (length) => {
      const start = take(length);
      return bytes.subarray(start, start + length);
    },
  };
}
