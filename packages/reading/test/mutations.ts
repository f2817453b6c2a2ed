import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";

/** One way to spoil bytes; places are shares of the length, so that they fit every file. */
export type Mutation =
  | { kind: "flip"; at: number; bit: number }
  | { kind: "cut"; at: number }
  | { kind: "copy"; from: number; to: number; length: number }
  | { kind: "remove"; at: number; length: number }
  | { kind: "repeat"; at: number; length: number; times: number }
  | { kind: "number"; at: number; value: number; width: 1 | 2 | 4 }
  | { kind: "digits"; at: number; value: string };

const place = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 400 });

export const aMutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant("flip"), at: place, bit: fc.integer({ min: 0, max: 7 }) }),
  fc.record({ kind: fc.constant("cut"), at: place }),
  fc.record({ kind: fc.constant("copy"), from: place, to: place, length }),
  fc.record({ kind: fc.constant("remove"), at: place, length }),
  fc.record({
    kind: fc.constant("repeat"),
    at: place,
    length,
    times: fc.integer({ min: 1, max: 50 }),
  }),
  fc.record({
    kind: fc.constant("number"),
    at: place,
    value: fc.constantFrom(
      0,
      1,
      0x7f,
      0x80,
      0xff,
      0x7fff,
      0xffff,
      0x7fffffff,
      0x80000000,
      0xffffffff,
    ),
    width: fc.constantFrom(1, 2, 4),
  }),
  fc.record({
    kind: fc.constant("digits"),
    at: place,
    value: fc.constantFrom(
      "0",
      "-1",
      "65536",
      "2147483648",
      "99999999999999999999",
      "1e308",
      "NaN",
    ),
  }),
);

export function mutated(bytes: Uint8Array, mutations: readonly Mutation[]): Buffer {
  return mutations.reduce<Buffer>(
    (spoiled, mutation) => applied(spoiled, mutation),
    Buffer.from(bytes),
  );
}

function applied(bytes: Buffer, mutation: Mutation): Buffer {
  const at = (share: number) => Math.floor(share * Math.max(0, bytes.length - 1));
  switch (mutation.kind) {
    case "flip":
      return overwritten(bytes, at(mutation.at), [
        (bytes[at(mutation.at)] ?? 0) ^ (1 << mutation.bit),
      ]);
    case "cut":
      return bytes.subarray(0, at(mutation.at));
    case "copy": {
      const chunk = bytes.subarray(at(mutation.from), at(mutation.from) + mutation.length);
      return overwritten(bytes, at(mutation.to), chunk);
    }
    case "remove":
      return replaced(bytes, at(mutation.at), mutation.length, Buffer.alloc(0));
    case "repeat": {
      const chunk = bytes.subarray(at(mutation.at), at(mutation.at) + mutation.length);
      return replaced(bytes, at(mutation.at), 0, Buffer.concat(Array(mutation.times).fill(chunk)));
    }
    case "number": {
      const whole = Buffer.alloc(4);
      whole.writeUInt32LE(mutation.value);
      return overwritten(bytes, at(mutation.at), whole.subarray(0, mutation.width));
    }
    case "digits": {
      const from = bytes.findIndex((byte, index) => index >= at(mutation.at) && isDigit(byte));
      if (from < 0) return bytes;
      let to = from;
      while (isDigit(bytes[to] ?? 0)) to++;
      return replaced(bytes, from, to - from, Buffer.from(mutation.value));
    }
  }
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function overwritten(bytes: Buffer, at: number, chunk: Iterable<number>): Buffer {
  const copy = Buffer.from(bytes);
  copy.set([...chunk].slice(0, Math.max(0, copy.length - at)), Math.min(at, copy.length));
  return copy;
}

function replaced(bytes: Buffer, at: number, length: number, chunk: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), chunk, bytes.subarray(at + length)]);
}

/** Spoils one part of a zip (chosen by `part`, a share of their number) and leaves the zip itself in order. */
export function mutatedWithin(
  zip: Uint8Array,
  part: number,
  mutations: readonly Mutation[],
): Buffer {
  const parts = unzipSync(zip);
  const names = Object.keys(parts).sort();
  const name = names[Math.floor(part * (names.length - 1))];
  const content = name === undefined ? undefined : parts[name];
  if (name !== undefined && content) parts[name] = new Uint8Array(mutated(content, mutations));
  return Buffer.from(zipSync(parts, { level: 1 }));
}
