import { createHash } from "node:crypto";

import { stem } from "../stem";
import { lexicalTerms } from "./lexical-query";

/** BM25's usual constants. The mean length is fixed, so that a document's vector does not depend on other documents. */
const K1 = 1.2;
const B = 0.75;
const MEAN_LENGTH = 140;

export type SparseVector = { indices: number[]; values: number[] };

/** Returns the BM25 weights of a passage's words without idf, which Qdrant multiplies in. */
export function passageVector(text: string): SparseVector {
  const counts = new Map<number, number>();
  let length = 0;
  for (const term of passageTerms(text)) {
    length++;
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const norm = K1 * (1 - B + (B * length) / MEAN_LENGTH);
  return sorted([...counts].map(([term, count]) => [term, (count * (K1 + 1)) / (count + norm)]));
}

/** Returns the words of a question, each once, or null if it has none. */
export function questionVector(question: string): SparseVector | null {
  const terms = new Set(lexicalTerms(question).map((term) => termId(plain(term))));
  return terms.size === 0 ? null : sorted([...terms].map((term) => [term, 1]));
}

const LONGEST_TEXT_PART = 400;

/** Yields every term of a passage. `lexicalTerms` returns each term once, so the passage is read word by word to count repeats. */
function* passageTerms(text: string): Iterable<number> {
  for (let from = 0; from < text.length; from += LONGEST_TEXT_PART)
    for (const [word] of text.slice(from, from + LONGEST_TEXT_PART).matchAll(/[^\s]+/gu))
      for (const term of lexicalTerms(word)) yield termId(plain(term));
}

function plain(term: string): string {
  return stem(term.normalize("NFD").replace(/\p{Mn}/gu, ""));
}

function termId(term: string): number {
  return createHash("md5").update(term).digest().readUInt32LE(0);
}

/** Qdrant requires each index once, in order. */
function sorted(entries: [number, number][]): SparseVector {
  const ordered = entries.sort((a, b) => a[0] - b[0]);
  return { indices: ordered.map(([index]) => index), values: ordered.map(([, value]) => value) };
}
