import { createHash } from "node:crypto";

import type { DocumentFeatures, DocumentInput } from "../../ai";
import { DIMENSIONS, EMBEDDING_MODEL } from "../../minilm/embedding-model";
import type { DocumentView } from "../document-view";
import { centroid } from "../vectors";
import { formFeatures, formNames } from "./form";

/** The documents' words are counted in this many places, chosen by their hash. */
export const PLACES = 65_536;
const MOST_TERMS = 300;
const CHARACTERS_READ = 24_000;
const EXCERPT_CHARACTERS = 300;
/** A term is kept in three bytes: its place, and its weight in these steps. */
export const TERM_BYTES = 3;
const STEPS = 24;

/** Changes when features of before can no longer be compared with new ones. */
export const featuresVersion = [
  "1",
  EMBEDDING_MODEL,
  createHash("sha256").update(formNames.join()).digest("hex").slice(0, 8),
].join(" ");

/** The features of one document as they are kept, ready to be compared: meaning, form, and terms of `TERM_BYTES` each. */
export type Comparable = { vector: Int8Array; length: number; form: Uint8Array; terms: Uint8Array };

/** Returns what is kept of a document to compare others with it, or null if it has no words. */
export function featuresOf({
  document,
  chunks,
}: Pick<DocumentView, "document" | "chunks">): DocumentFeatures | null {
  const terms = termsOf(document.text);
  if (chunks.length === 0 || terms.length === 0) return null;
  const vectors = chunks.map(({ vector }) => vector);
  const whole = centroid(
    [vectors[0] ?? new Float32Array(), centroid(vectors, DIMENSIONS)],
    DIMENSIONS,
  );
  const form = formFeatures(document);

  const values = Buffer.alloc(DIMENSIONS + form.length + TERM_BYTES * terms.length);
  const largest = Math.max(...whole.map(Math.abs)) || 1;
  for (const [index, value] of whole.entries())
    values.writeInt8(Math.round((127 * value) / largest), index);
  for (const [index, value] of form.entries())
    values.writeUInt8(Math.round(255 * unit(value)), DIMENSIONS + index);
  for (const [index, [place, weight]] of terms.entries()) {
    const offset = DIMENSIONS + form.length + TERM_BYTES * index;
    values.writeUInt16LE(place, offset);
    values.writeUInt8(Math.min(255, Math.round(STEPS * weight)), offset + 2);
  }
  return { version: featuresVersion, values, excerpt: excerptOf(document) };
}

/** Returns kept features to be compared, or null if they are of another version. Copies nothing, because there may be a thousand. */
export function comparable({ version, values }: DocumentFeatures): Comparable | null {
  if (version !== featuresVersion) return null;
  const vector = new Int8Array(values.buffer, values.byteOffset, DIMENSIONS);
  let square = 0;
  for (let index = 0; index < DIMENSIONS; index++) square += (vector[index] ?? 0) ** 2;
  const end = DIMENSIONS + formNames.length;
  return {
    vector,
    length: Math.sqrt(square) || 1,
    form: values.subarray(DIMENSIONS, end),
    terms: values.subarray(end),
  };
}

/** Returns the meaning that is kept in features, as a unit vector; null if they are of another version. */
export function meaningOf(features: DocumentFeatures): Float32Array | null {
  const kept = comparable(features);
  return kept && Float32Array.from(kept.vector, (value) => value / kept.length);
}

/** Returns the terms that come first, words and pairs of words, each with its weight. Digits are all alike: numbers change from twin to twin. */
function termsOf(text: string): [place: number, weight: number][] {
  const counts = new Map<number, number>();
  const add = (term: string) => {
    const place = placeOf(term);
    if (counts.has(place) || counts.size < MOST_TERMS)
      counts.set(place, (counts.get(place) ?? 0) + 1);
  };
  let before = "";
  for (const [word] of text
    .slice(0, CHARACTERS_READ)
    .toLowerCase()
    .matchAll(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu)) {
    const term = /^\p{N}/u.test(word) ? "0".repeat(Math.min(4, word.length)) : word;
    add(term);
    if (before !== "") add(`${before} ${term}`);
    before = term;
  }
  // In order, so that comparing goes through memory in order.
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([place, count]) => [place, 1 + Math.log(count)]);
}

/** The 32-bit FNV-1a hash, folded to the number of places. */
function placeOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < term.length; index++)
    hash = Math.imul(hash ^ term.charCodeAt(index), 0x01000193);
  return ((hash >>> 16) ^ hash) & (PLACES - 1);
}

function excerptOf({ text }: DocumentInput): string {
  return text
    .slice(0, EXCERPT_CHARACTERS)
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .toWellFormed()
    .trim();
}

function unit(value: number): number {
  return Math.max(0, Math.min(1, value));
}
