import { createHash } from "node:crypto";
import type { Likeness } from "@besunny/db/workspace/documents/document-likeness";
import { garbledShare } from "@besunny/document-model/cleaning/garbled-share";

/** Words in a row that are compared together. */
const IN_A_ROW = 3;
const HASHES = 96;
/** Of the signature, in one band. Two documents that are 70 % alike share one of the 24 bands almost surely. */
const ROWS = 4;
/** A document with fewer words says too little to be the same as another. */
const LEAST_WORDS = 20;
const MOST_GARBLED = 0.4;
const words = /\p{L}+\p{M}*|\p{N}+/gu;

/** Returns the numbers by which near-duplicates of a text are found; null for a text that is too short or unreadable. */
export function likenessOf(text: string): Likeness | null {
  const found = text.normalize("NFKC").toLowerCase().match(words) ?? [];
  const letters = found.filter((word) => !/^\p{N}/u.test(word));
  if (letters.length < LEAST_WORDS || garbledShare(text) > MOST_GARBLED) return null;
  const signature = signatureOf(found.map((word) => (/^\p{N}/u.test(word) ? "0" : word)));
  return {
    textHash: createHash("sha256").update(found.join(" ")).digest("hex"),
    signature,
    bands: bandsOf(signature),
  };
}

function signatureOf(of: readonly string[]): number[] {
  const least = new Int32Array(HASHES).fill(0x7fffffff);
  for (let at = 0; at + IN_A_ROW <= of.length; at += 1) {
    const hash = hashOf(of.slice(at, at + IN_A_ROW).join(" "));
    for (let n = 0; n < HASHES; n += 1) {
      const mixed = mix(hash ^ Math.imul(n + 1, 0x9e3779b1)) & 0x7fffffff;
      if (mixed < (least[n] ?? 0)) least[n] = mixed;
    }
  }
  return [...least];
}

function bandsOf(signature: readonly number[]): number[] {
  const bands: number[] = [];
  for (let at = 0; at < signature.length; at += ROWS)
    bands.push(hashOf(`${at}:${signature.slice(at, at + ROWS).join()}`));
  return bands;
}

/** FNV-1a, 32 bits, as the signed integer that PostgreSQL stores. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** The end of MurmurHash3: each bit of the input changes half of the output. */
function mix(given: number): number {
  let hash = given;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
