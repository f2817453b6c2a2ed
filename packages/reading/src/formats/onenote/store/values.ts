import type { PropertySet } from "./properties";

/** Returns a text of UTF-16 without the zero at its end. */
export function textOf({ bytes }: Pick<PropertySet, "bytes">, id: number): string {
  return (bytes.get(id)?.toString("utf16le") ?? "").replace(/\0+$/, "").toWellFormed();
}

export function isSet({ numbers }: Pick<PropertySet, "numbers">, id: number): boolean {
  return (numbers.get(id) ?? 0) !== 0;
}

/** Returns a number of 32 bits as the fraction that it writes. */
export function fractionOf({ numbers }: Pick<PropertySet, "numbers">, id: number): number {
  const bits = Buffer.alloc(4);
  bits.writeUInt32LE((numbers.get(id) ?? 0) >>> 0);
  const value = bits.readFloatLE(0);
  return Number.isFinite(value) ? value : 0;
}

const epochOf1980 = Date.UTC(1980, 0, 1);

/** Returns a time in seconds since 1980 (Time32) in ISO 8601; undefined if there is none. */
export function time32({ numbers }: Pick<PropertySet, "numbers">, id: number): string | undefined {
  const seconds = numbers.get(id) ?? 0;
  return seconds > 0 ? new Date(epochOf1980 + seconds * 1_000).toISOString() : undefined;
}

const epochOf1601 = Date.UTC(1601, 0, 1);
const latest = Date.UTC(9999, 11, 31);

/** Returns a time in units of 100 nanoseconds since 1601 (FILETIME) in ISO 8601; undefined if there is none. */
export function fileTime({ bytes }: Pick<PropertySet, "bytes">, id: number): string | undefined {
  const stored = bytes.get(id);
  if (stored?.length !== 8) return undefined;
  const at = epochOf1601 + Number(stored.readBigUInt64LE(0)) / 10_000;
  return at > 0 && at < latest ? new Date(at).toISOString() : undefined;
}
