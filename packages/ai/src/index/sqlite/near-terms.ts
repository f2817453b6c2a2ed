import type { DatabaseSync } from "node:sqlite";

import { splitWords } from "../../words/split-words";
import { termOf } from "../../words/terms";
import type { IndexScope } from "../index-scope";
import { distanceFrom, nearest } from "../near-words";
import type { NearTerms } from "../passage-index";
import { languagesIn, type Mask, visibleMask } from "./masks";
import { prepared } from "./prepared";
import { text } from "./values";
import type { View } from "./view";
import { holdersOf, ordinalsIn } from "./words-leg";

type Seen = {
  database: DatabaseSync;
  view: View;
  visible: Mask;
  languages: readonly (string | null)[];
};

/** Says which words the scope knows, and which visible words have nearly the same spelling as others. */
export function nearTerms(
  database: DatabaseSync,
  view: View,
  scope: IndexScope,
  words: readonly string[],
): NearTerms[] {
  const visible = visibleMask(database, view, scope);
  const seen = { database, view, visible, languages: languagesIn(view, scope, visible) };
  return words.map((word) => {
    const parts = splitWords(word).words;
    const isKnown = parts.every((part) => visibleHolders(seen, part).length > 0);
    const [only, ...more] = parts;
    const near = isKnown || only === undefined || more.length > 0 ? [] : nearTo(seen, only);
    return { word, isKnown, near };
  });
}

/** Returns the visible passages that hold a word in any inflection. */
function visibleHolders({ database, view, visible, languages }: Seen, word: string): number[] {
  const terms = [...new Set(languages.map((language) => termOf(word, language)))];
  const holders = new Set<number>();
  for (const parts of holdersOf(database, view, terms))
    for (const ordinal of ordinalsIn(parts)) if (visible.has[ordinal] === 1) holders.add(ordinal);
  return [...holders];
}

/** Invisible passages have words too, so each word that is near must stand in a visible passage, in this very form. */
function nearTo(seen: Seen, word: string): string[] {
  const distance = distanceFrom(word);
  const near = new Map<string, { word: string; distance: number; holders: number }>();
  for (const candidate of vocabulary(seen)) {
    const found = near.has(candidate) ? null : distance(candidate);
    if (found === null) continue;
    const holders = visibleHolders(seen, candidate);
    const isSeen = holders.some((ordinal) => holdsSpelling(seen, ordinal, candidate));
    if (isSeen) near.set(candidate, { word: candidate, distance: found, holders: holders.length });
  }
  return nearest([...near.values()]);
}

/** Yields the words of merged and of unmerged passages, visible or not. */
function* vocabulary({ database, view }: Seen): Iterable<string> {
  const merged = database.prepare("SELECT word FROM vocabulary WHERE space = ?");
  for (const row of merged.iterate(view.space)) yield text(row.word);
  const unmerged = new Set<string>();
  for (const ordinal of view.tail.keys())
    for (const word of spellingsOf(database, view, ordinal).split(" ")) unmerged.add(word);
  yield* unmerged;
}

function holdsSpelling({ database, view }: Seen, ordinal: number, word: string): boolean {
  return ` ${spellingsOf(database, view, ordinal)} `.includes(` ${word} `);
}

function spellingsOf(database: DatabaseSync, view: View, ordinal: number): string {
  const select = prepared(database, "SELECT spellings FROM passage_terms WHERE passage = ?");
  return text(select.get(view.passages[ordinal] ?? 0)?.spellings);
}
