import type { DatabaseSync } from "node:sqlite";

import { phraseTerms, termOf } from "../../words/terms";
import type { WordConditions } from "../passage-index";
import { type Mask, maskOf } from "./masks";
import { listed } from "./merge";
import { text } from "./values";
import { languageOf, type View } from "./view";
import { holdersOf } from "./words-leg";

/** Narrows a mask to the passages that hold all phrases and none of `without`. */
export function withWords(
  database: DatabaseSync,
  view: View,
  {
    conditions: { phrases = [], without = [] },
    languages,
    visible,
  }: { conditions: WordConditions; languages: readonly (string | null)[]; visible: Mask },
): Mask {
  let mask = visible;
  for (const [isWanted, phrase] of [
    ...phrases.map((each) => [true, each] as const),
    ...without.map((each) => [false, each] as const),
  ]) {
    const ways = phraseTerms(phrase, languages);
    if (ways.length === 0) continue;
    const holders = new Set(
      ways.flatMap((way) => holdersOfPhrase(database, view, { way, visible: mask })),
    );
    const { has } = mask;
    mask = maskOf(view, (ordinal) => has[ordinal] === 1 && holders.has(ordinal) === isWanted);
  }
  return mask;
}

/** Returns the visible passages that hold these terms in a row. One term may also be a form, such as a single character. */
function holdersOfPhrase(
  database: DatabaseSync,
  view: View,
  { way, visible }: { way: readonly number[]; visible: Mask },
): number[] {
  const terms = [...new Set(way)];
  const counts = new Uint8Array(view.size);
  const candidates: number[] = [];
  for (const { ordinals } of holdersOf(database, view, terms))
    for (const ordinal of ordinals) {
      counts[ordinal] = (counts[ordinal] ?? 0) + 1;
      if (counts[ordinal] === terms.length && visible.has[ordinal] === 1) candidates.push(ordinal);
    }
  if (way.length === 1) return candidates;
  const select = database.prepare("SELECT words FROM passage_words WHERE passage = ?");
  return candidates.filter((ordinal) => {
    const words = listed(text(select.get(view.passages[ordinal] ?? 0)?.words));
    return holdsInRow(words, way, languageOf(view, ordinal));
  });
}

function holdsInRow(
  words: readonly string[],
  way: readonly number[],
  language: string | null,
): boolean {
  const terms = words.map((word) => termOf(word, language));
  return terms.some((_, start) => way.every((term, index) => terms[start + index] === term));
}
