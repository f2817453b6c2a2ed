import type { Chance } from "../layouts/chance";
import { insideBase64, insideStream, insideZip, isZip } from "./inside";

/** A way to spoil bytes. Returns the bytes as given where they have no place for it. */
export type Mutation = (bytes: Buffer, chance: Chance, others: readonly Buffer[]) => Buffer;

const plain: Record<string, Mutation> = {
  flip: (bytes, chance) => {
    const copy = Buffer.from(bytes);
    for (let times = chance.whole(1, 16); times > 0 && copy.length > 0; times -= 1) {
      const at = chance.whole(0, copy.length - 1);
      copy[at] = (copy[at] ?? 0) ^ (1 << chance.whole(0, 7));
    }
    return copy;
  },
  cut: (bytes, chance) => bytes.subarray(0, chance.whole(0, bytes.length)),
  remove: (bytes, chance) => {
    const [from, to] = range(bytes, chance);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  swap: (bytes, chance) => {
    const [from, to] = range(bytes, chance);
    const target = chance.whole(0, bytes.length);
    const rest = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    const at = Math.min(target, rest.length);
    return Buffer.concat([rest.subarray(0, at), bytes.subarray(from, to), rest.subarray(at)]);
  },
  repeat: (bytes, chance) => {
    const [from, to] = range(bytes, chance);
    const chunk = bytes.subarray(from, to);
    const copies = Array<Buffer>(chance.whole(2, 60)).fill(chunk);
    return Buffer.concat([bytes.subarray(0, to), ...copies, bytes.subarray(to)]);
  },
  number: (bytes, chance) => {
    const copy = Buffer.from(bytes);
    if (copy.length < 4) return copy;
    const value = chance.oneOf(0, 1, 0x7f, 0x80, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff);
    const at = chance.whole(0, copy.length - 4);
    if (chance.isSo(0.5)) copy.writeUInt32LE(value, at);
    else copy.writeUInt32BE(value, at);
    return copy;
  },
  digits: (bytes, chance) => {
    const from = bytes.findIndex(
      (byte, at) => at >= chance.whole(0, bytes.length) && byte >= 0x30 && byte <= 0x39,
    );
    if (from < 0) return bytes;
    const value = chance.oneOf("0", "-1", "65536", "2147483648", "99999999999999999999", "1e308");
    return Buffer.concat([bytes.subarray(0, from), Buffer.from(value), bytes.subarray(from + 1)]);
  },
  header: (bytes, chance, others) => {
    const [first = bytes, ...rest] = others;
    const other = chance.oneOf(first, ...rest);
    const length = chance.oneOf(4, 8, 64, 512);
    return Buffer.concat([
      other.subarray(0, length),
      bytes.subarray(Math.min(length, bytes.length)),
    ]);
  },
};

function range(bytes: Buffer, chance: Chance): [from: number, to: number] {
  const from = chance.whole(0, Math.max(0, bytes.length - 1));
  return [from, Math.min(bytes.length, from + chance.oneOf(1, 4, 40, 400, 4_000))];
}

const [first = "", ...names] = Object.keys(plain);

/**
 * Spoils bytes in one to four ways: flips of bits, cuts, moved and repeated chunks, changed numbers, the head of another file. Half of
 * all containers are spoiled within a member of a ZIP, a deflated stream or a base64 part, which is packed again soundly. Returns the
 * bytes and the ways.
 */
export function mutated(
  bytes: Buffer,
  chance: Chance,
  others: readonly Buffer[],
): { bytes: Buffer; ways: string[] } {
  const ways: string[] = [];
  const spoil = (content: Buffer): Buffer => {
    let spoiled = content;
    for (let times = chance.whole(1, 4); times > 0; times -= 1) {
      const way = chance.oneOf(first, ...names);
      ways.push(way);
      spoiled = plain[way]?.(spoiled, chance, others) ?? spoiled;
    }
    return spoiled;
  };
  if (chance.isSo(0.5)) {
    const inside = isZip(bytes)
      ? insideZip(bytes, chance, spoil)
      : (insideStream(bytes, chance, spoil) ?? insideBase64(bytes, chance, spoil));
    if (inside) return { bytes: inside, ways: ["inside", ...ways] };
  }
  return { bytes: spoil(bytes), ways };
}
