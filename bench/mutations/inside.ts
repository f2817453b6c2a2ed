import { deflateSync, inflateSync } from "node:zlib";
import { unzipSync, zipSync } from "fflate";
import type { Chance } from "../layouts/chance";

type Spoil = (content: Buffer) => Buffer;

export function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"));
}

/** Spoils one or two members of a ZIP, and packs it again soundly. Returns null if the ZIP cannot be opened. */
export function insideZip(bytes: Buffer, chance: Chance, spoil: Spoil): Buffer | null {
  try {
    const members = unzipSync(bytes);
    const [first, ...others] = Object.keys(members).sort();
    if (first === undefined) return null;
    for (let times = chance.whole(1, 2); times > 0; times -= 1) {
      const name = chance.oneOf(first, ...others);
      members[name] = new Uint8Array(spoil(Buffer.from(members[name] ?? [])));
    }
    return Buffer.from(zipSync(members, { level: 1 }));
  } catch {
    return null;
  }
}

/** Spoils the content of a deflated stream of a PDF. Returns null if there is none. */
export function insideStream(bytes: Buffer, chance: Chance, spoil: Spoil): Buffer | null {
  if (!bytes.subarray(0, 1_024).includes("%PDF")) return null;
  const text = bytes.toString("latin1");
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)];
  const [first, ...others] = streams;
  if (!first) return null;
  const chosen = chance.oneOf(first, ...others);
  const content = chosen[1] ?? "";
  const from = (chosen.index ?? 0) + chosen[0].indexOf(content);
  try {
    const spoiled = deflateSync(spoil(inflateSync(Buffer.from(content, "latin1"))));
    return spliced(bytes, { from, length: content.length }, spoiled);
  } catch {
    return null;
  }
}

/** Spoils the bytes of a base64 part, such as the attachment of a mail. Returns null if there is none. */
export function insideBase64(bytes: Buffer, chance: Chance, spoil: Spoil): Buffer | null {
  const text = bytes.toString("latin1");
  const [first, ...others] = [
    ...text.matchAll(/(?:[A-Za-z0-9+/]{60,76}\r?\n){3,}[A-Za-z0-9+/=]*/g),
  ];
  if (!first) return null;
  const chosen = chance.oneOf(first, ...others);
  const packed = spoil(Buffer.from(chosen[0], "base64")).toString("base64");
  const lines = packed.match(/.{1,76}/g)?.join("\r\n") ?? "";
  return spliced(bytes, { from: chosen.index ?? 0, length: chosen[0].length }, Buffer.from(lines));
}

function spliced(
  bytes: Buffer,
  { from, length }: { from: number; length: number },
  content: Buffer,
): Buffer {
  return Buffer.concat([bytes.subarray(0, from), content, bytes.subarray(from + length)]);
}
