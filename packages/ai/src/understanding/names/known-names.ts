import { hashOf } from "./hash";

/** The lists of known names, each with its bit. */
export const nameLists = [
  "given",
  "surname",
  "city",
  "land",
  "firm",
  "article person",
  "article organisation",
  "article place",
] as const;
export type NameList = (typeof nameLists)[number];

/** Returns the lists that hold a name, one bit each. The name is in lower case, with one blank between words. */
export type KnownNames = (name: string) => number;

/** Reads lists that are packed as sorted hashes with a byte of bits for each. */
export function knownNames(hashes: Uint32Array, bits: Uint8Array): KnownNames {
  return (name) => {
    const hash = hashOf(name);
    let low = 0;
    let high = hashes.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = hashes[middle] ?? 0;
      if (found === hash) return bits[middle] ?? 0;
      if (found < hash) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  };
}
