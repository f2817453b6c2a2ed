import type { DatabaseSync } from "node:sqlite";

import { phraseTerms } from "../../words/terms";
import type { WordConditions } from "../passage-index";
import { type Mask, maskOf } from "./masks";
import { prepared } from "./prepared";
import { terms } from "./values";
import type { View } from "./view";
import { holdersOf, ordinalsIn } from "./words-leg";

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
  const distinct = [...new Set(way)];
  const counts = new Uint8Array(view.size);
  const candidates: number[] = [];
  for (const parts of holdersOf(database, view, distinct))
    for (const ordinal of ordinalsIn(parts)) {
      counts[ordinal] = (counts[ordinal] ?? 0) + 1;
      if (counts[ordinal] === distinct.length && visible.has[ordinal] === 1)
        candidates.push(ordinal);
    }
  if (way.length === 1) return candidates;
  const select = prepared(database, "SELECT words FROM passage_terms WHERE passage = ?");
  return candidates.filter((ordinal) =>
    holdsInRow(terms(select.get(view.passages[ordinal] ?? 0)?.words), way),
  );
}

function holdsInRow(row: Uint32Array, way: readonly number[]): boolean {
  for (let start = 0; start + way.length <= row.length; start++)
    if (way.every((term, index) => row[start + index] === term)) return true;
  return false;
}
