import { setImmediate } from "node:timers/promises";

import type { KeyPhrase, Span } from "../ai";
import { DIMENSIONS } from "../minilm/embedding-model";
import type { DocumentView } from "./document-view";
import { nounPhrases } from "./noun-phrases";
import { centroid, dot } from "./vectors";

const PHRASES = 10;
const CANDIDATES = 24;
const CHARACTERS_READ = 40_000;
/** The number of characters read at a time. A question that comes meanwhile need not wait for a long document. */
const PIECE = 8_000;
const MOST_EVIDENCE = 5;
const dull =
  /^(?:\p{L}|page|section|date|name|number|total|amount|thing|one|way|time|day|year|month|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mr|mrs|ms|dr)$/iu;

/** Returns the ten phrases that describe a document best: frequent, early, and close in meaning to the whole. */
export async function findKeyPhrases(view: DocumentView, isEnglish: boolean): Promise<KeyPhrase[]> {
  const { text } = view.document;
  const spans: Span[] = [];
  for (const [start, end] of view.parts)
    for (let from = start; from < Math.min(end, start + CHARACTERS_READ); from += PIECE) {
      await setImmediate();
      const piece = text.slice(from, Math.min(end, from + PIECE));
      const found = isEnglish ? nounPhrases(piece) : repeatedRuns(piece);
      for (const [first, last] of found) spans.push([from + first, from + last]);
    }
  const candidates = grouped(text, spans).slice(0, CANDIDATES);
  const whole = centroid(
    view.chunks.map(({ vector }) => vector),
    DIMENSIONS,
  );

  const scored: KeyPhrase[] = [];
  for (const { phrase, spans, worth } of candidates) {
    const vector = spans
      .slice(0, MOST_EVIDENCE)
      .map(view.vectorOf)
      .find((each) => each !== null);
    const meaning = vector ? Math.max(0, dot(vector, whole)) : 0;
    const evidence = spans.slice(0, MOST_EVIDENCE);
    scored.push({ text: phrase, score: round(0.6 * meaning + 0.4 * worth), evidence });
  }
  return withoutNested(scored.sort((a, b) => b.score - a.score)).slice(0, PHRASES);
}

/** Groups phrases and puts frequency and position on one scale from 0 to 1. The first spelling of a phrase is the one that is returned. */
function grouped(text: string, spans: readonly Span[]) {
  const groups = new Map<string, Span[]>();
  for (const span of spans) {
    const key = text
      .slice(...span)
      .toLowerCase()
      .replace(/\s+/g, " ");
    if (key.length < 3 || dull.test(key)) continue;
    const group = groups.get(key);
    if (group) group.push(span);
    else groups.set(key, [span]);
  }
  const most = [...groups.values()].reduce((longest, group) => Math.max(longest, group.length), 1);
  return [...groups.values()]
    .flatMap((group) => {
      const first = group[0];
      if (!first) return [];
      const phrase = text.slice(...first).replace(/\s+/g, " ");
      const frequency = Math.log1p(group.length) / Math.log1p(most);
      const earliness = 1 - first[0] / Math.max(1, text.length);
      const words = phrase.includes(" ") ? 0.15 : 0;
      return [{ phrase, spans: group, worth: 0.55 * frequency + 0.3 * earliness + words }];
    })
    .sort((a, b) => b.worth - a.worth);
}

/** Finds phrases in languages without a tagger: runs of one to three longish words that occur at least twice. */
function repeatedRuns(text: string): Span[] {
  const words = [...text.matchAll(/\p{L}[\p{L}\p{N}'-]{3,}/gu)];
  const runs = new Map<string, Span[]>();
  for (const [index, first] of words.entries())
    for (let length = 1; length <= 3; length++) {
      const last = words[index + length - 1];
      if (!last) break;
      const span: Span = [first.index, last.index + last[0].length];
      const run = text.slice(...span);
      if (length > 1 && !/^[\p{L}\p{N}'\- ]+$/u.test(run)) break;
      if (length === 1 && first[0].length < 6) continue;
      const known = runs.get(run.toLowerCase());
      if (known) known.push(span);
      else runs.set(run.toLowerCase(), [span]);
    }
  return [...runs.values()].filter((spans) => spans.length > 1).flat();
}

function withoutNested(phrases: readonly KeyPhrase[]): KeyPhrase[] {
  const kept: KeyPhrase[] = [];
  for (const phrase of phrases) {
    const own = ` ${phrase.text.toLowerCase()} `;
    const repeats = kept.some(({ text }) => {
      const other = ` ${text.toLowerCase()} `;
      return other.includes(own) || own.includes(other);
    });
    if (!repeats) kept.push(phrase);
  }
  return kept;
}

function round(score: number): number {
  return Math.round(score * 1_000) / 1_000;
}
