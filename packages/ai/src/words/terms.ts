import { hash } from "node:crypto";

import { stopWordsOf } from "../understanding/phrases/stop-words";
import { folded } from "./normal-text";
import { isUnspaced, splitWords } from "./split-words";
import { stemOf } from "./stems";

/** The form of the terms. Raised when the same text has other terms, so that indexes make their words again. */
export const TERM_FORM = 3;

/** BM25's usual constants. The mean length is fixed, so that no weight of a passage depends on other passages. */
const K1 = 1.2;
const B = 0.75;
const MEAN_LENGTH = 140;
/** A weight of 1. Weights are whole numbers that fit a byte, the same in every adapter. */
export const WHOLE = 100;

const MOST_WORDS = 64;
const MOST_KNOWN = 300_000;

/** The distinct terms of a passage in order, and the BM25 weight of each without idf, in hundredths. */
export type PassageTerms = { terms: Uint32Array; weights: Uint8Array };

/** A word of a question as it was normalised, and the terms that stand for it: one for each language of the texts. */
export type QuestionWord = { word: string; terms: number[] };

const known = new Map<string, number>();

/** Returns the id of a word's stem: 32 bits, the same in every index. */
export function termOf(word: string, language: string | null): number {
  const key = `${language} ${word}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const id = hash("md5", folded(stemOf(word, language)), "buffer").readUInt32LE(0);
  known.set(key, id);
  return id;
}

/** Returns the term of each word, in order. */
export function rowOf(words: readonly string[], language: string | null): Uint32Array {
  return Uint32Array.from(words, (word) => termOf(word, language));
}

/** Returns the terms of a passage from those of its words and of its other forms. */
export function termsOf(words: Uint32Array, forms: Uint32Array): PassageTerms {
  const counts = new Map<number, number>();
  for (const row of [words, forms])
    for (const term of row) counts.set(term, (counts.get(term) ?? 0) + 1);
  const norm = K1 * (1 - B + (B * words.length) / MEAN_LENGTH);
  const terms = Uint32Array.from(counts.keys()).sort();
  const weights = Uint8Array.from(terms, (term) => {
    const count = counts.get(term) ?? 0;
    return Math.max(1, Math.round((WHOLE * count * (K1 + 1)) / (count + norm)));
  });
  return { terms, weights };
}

/** Returns the score of a weight of `termsOf` for a term that `holders` of `passages` hold. It is Qdrant's formula. */
export function scoreOf(weight: number, { holders, passages }: Rarity): number {
  return (weight / WHOLE) * Math.log((passages - holders + 0.5) / (holders + 0.5) + 1);
}

export type Rarity = { holders: number; passages: number };

/**
 * Returns the words of a question that are worth a search, at most 64, each once. The languages are those of the texts. A question of
 * common words alone keeps them.
 */
export function questionWords(
  question: string,
  languages: readonly (string | null)[],
): QuestionWord[] {
  const { words, forms } = splitWords(question);
  const common = commonWordsOf(words, languages);
  const rare = words.filter((word) => !common.has(word));
  const wanted = new Set([
    ...(rare.length + forms.length > 0 ? rare : words),
    ...forms.filter(isWhole),
  ]);
  return [...wanted].slice(0, MOST_WORDS).map((word) => ({
    word,
    terms: [...new Set(languages.map((language) => termOf(word, language)))],
  }));
}

/** Returns the terms of a phrase in order, once for each way to stem it. Empty if it has no words. */
export function phraseTerms(phrase: string, languages: readonly (string | null)[]): number[][] {
  const { words } = splitWords(phrase);
  if (words.length === 0) return [];
  const ways = new Map<string, number[]>();
  for (const language of languages) {
    const terms = words.map((word) => termOf(word, language));
    ways.set(terms.join(), terms);
  }
  return [...ways.values()];
}

/** Single characters of longer runs only serve questions of one character. */
function isWhole(form: string): boolean {
  return [...form].length > 1;
}

const english = new Set(
  (
    "a about all an and any are as at be been by can could did do does for from had has have how i if in into is it " +
    "its me my no not of on or our shall should so such than that the their them then there these they this to was " +
    "we were what when where which who whom why will with would you your"
  ).split(" "),
);

/** Returns the common words of the language that most of the words are common in; it may be several. */
function commonWordsOf(
  words: readonly string[],
  languages: readonly (string | null)[],
): ReadonlySet<string> {
  const lists = [...new Set(languages.map((language) => language ?? "en"))].map((language) =>
    language === "en" ? english : stopWordsOf(language),
  );
  const counted = [english, ...lists].map((list) => ({
    list,
    count: words.filter((word) => list.has(word) && !isUnspaced(word)).length,
  }));
  const most = Math.max(...counted.map(({ count }) => count));
  return new Set(
    counted.flatMap(({ list, count }) => (count === most && count > 0 ? [...list] : [])),
  );
}
