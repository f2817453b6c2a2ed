import { setImmediate } from "node:timers/promises";

import type { KeyPhrase, Span } from "../../ai";
import { DIMENSIONS } from "../../minilm/embedding-model";
import { stem } from "../../stem";
import type { DocumentView } from "../document-view";
import { centroid, dot } from "../vectors";
import { nounPhrases } from "./noun-phrases";
import { phraseRuns } from "./phrase-runs";

const PHRASES = 10;
const CANDIDATES = 60;
const CHARACTERS_READ = 40_000;
/** The number of characters read at a time. A question that comes meanwhile need not wait for a long document. */
const PIECE = 8_000;
const MOST_EVIDENCE = 5;

/** The worth of an English phrase by its number of words. One word alone seldom says what a document is about. */
const byWords = [0, 0, 1, 1.15, 1, 0.7];
/** The share of meaning in the score. The vectors know other languages than English little. */
const MEANING = { english: 0.5, other: 0.2 };
/** The worth of one word that is a name. */
const NAME = 0.5;

const dull =
  /^(?:\p{L}|page|section|date|name|number|total|amount|thing|one|way|time|day|year|month|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mr|mrs|ms|dr|yeah|okay|um|uh)$/iu;

type Candidate = { phrase: string; stems: string; spans: Span[]; worth: number };

/**
 * Returns the ten phrases that describe a document best: frequent, early, of several words, and close in meaning to the whole. `code` is the
 * language, or null if it is unknown.
 */
export async function findKeyPhrases(
  view: DocumentView,
  code: string | null,
): Promise<KeyPhrase[]> {
  const candidates = grouped(view.document.text, await phraseSpans(view, code), code);
  const whole = centroid(
    view.chunks.map(({ vector }) => vector),
    DIMENSIONS,
  );
  const scored = candidates.map((candidate) => {
    const { spans, worth } = candidate;
    const evidence = spans.slice(0, MOST_EVIDENCE);
    const vector = evidence.map(view.vectorOf).find((each) => each !== null);
    const meaning = vector ? Math.max(0, dot(vector, whole)) : 0;
    const share = code === "en" ? MEANING.english : MEANING.other;
    return { ...candidate, evidence, score: share * meaning + (1 - share) * worth };
  });
  return withoutNested(scored.sort((a, b) => b.score - a.score))
    .slice(0, PHRASES)
    .map(({ phrase, score, evidence }) => ({ text: phrase, score: round(score), evidence }));
}

async function phraseSpans(view: DocumentView, code: string | null): Promise<Span[]> {
  const spans: Span[] = [];
  for (const [start, end] of view.parts)
    for (let from = start; from < Math.min(end, start + CHARACTERS_READ); from += PIECE) {
      await setImmediate();
      const past = Math.min(end, from + PIECE);
      const inside = view.sentences
        .map(({ span }) => span)
        .filter(([first]) => first >= from && first < past);
      if (code !== "en") spans.push(...phraseRuns(view.document.text, inside, code ?? ""));
      else
        for (const [first, last] of inside)
          for (const span of nounPhrases(view.document.text.slice(first, last)))
            spans.push([first + span[0], first + span[1]]);
    }
  return spans;
}

/** Groups phrases by their stems. Frequency, position and length are on one scale from 0 to 1. The first spelling is returned. */
function grouped(text: string, spans: readonly Span[], code: string | null): Candidate[] {
  const groups = new Map<string, Span[]>();
  for (const span of spans) {
    const phrase = text.slice(...span);
    if (phrase.length < 3 || dull.test(phrase)) continue;
    const key = stemmed(phrase);
    const group = groups.get(key);
    if (group) group.push(span);
    else groups.set(key, [span]);
  }
  const most = [...groups.values()].reduce((longest, group) => Math.max(longest, group.length), 1);
  return [...groups.entries()]
    .flatMap(([stems, group]) => {
      const first = group[0];
      if (!first) return [];
      const phrase = text.slice(...first).replace(/\s+/g, " ");
      const earliness = 1 - first[0] / Math.max(1, text.length);
      const worth =
        code === "en"
          ? worthOfNouns(phrase, Math.log1p(group.length) / Math.log1p(most), earliness)
          : worthOfRun(phrase, Math.log(group.length) / Math.log(Math.max(2, most)), earliness);
      return [{ phrase, stems, spans: group, worth }];
    })
    .sort((a, b) => b.worth - a.worth)
    .slice(0, CANDIDATES);
}

function worthOfNouns(phrase: string, frequency: number, earliness: number): number {
  const isName = wordsIn(phrase) === 1 && /^\p{Lu}/u.test(phrase);
  const length = isName ? NAME : (byWords[wordsIn(phrase)] ?? 0);
  return 0.4 * length + 0.45 * frequency + 0.15 * earliness;
}

/** Without a tagger, what is repeated or a name is surer than a long phrase. */
function worthOfRun(phrase: string, frequency: number, earliness: number): number {
  const isName = /^\p{Lu}/u.test(phrase) && /\p{Lu}\S*$/u.test(phrase);
  const isPair = wordsIn(phrase) > 1;
  return 0.15 * Number(isPair) + 0.15 * Number(isName) + 0.5 * frequency + 0.2 * earliness;
}

function wordsIn(phrase: string): number {
  return Math.min(5, phrase.split(/[\s'’]+/).length);
}

function stemmed(phrase: string): string {
  const words = phrase.toLowerCase().split(/[\s'’-]+/);
  return words.map(stem).join(" ");
}

/** Drops a phrase that is part of a better one. */
function withoutNested<Phrase extends Pick<Candidate, "stems">>(
  phrases: readonly Phrase[],
): Phrase[] {
  const kept: Phrase[] = [];
  for (const phrase of phrases) {
    const isPart = kept.some(
      ({ stems }) =>
        ` ${stems} `.includes(` ${phrase.stems} `) || ` ${phrase.stems} `.includes(` ${stems} `),
    );
    if (!isPart) kept.push(phrase);
  }
  return kept;
}

function round(score: number): number {
  return Math.round(score * 1_000) / 1_000;
}
