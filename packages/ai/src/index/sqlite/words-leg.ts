import type { DatabaseSync } from "node:sqlite";

import { type QuestionWord, scoreOf } from "../../words/terms";
import { bestOf } from "./best";
import type { Mask } from "./masks";
import { readPostings, selectPostings } from "./postings";
import type { View } from "./view";

/** Passages of a space that hold one term, visible or not: `first` and an offset are an ordinal. */
type Part = { first: number; offsets: ArrayLike<number>; weights: ArrayLike<number> };

/** Returns the passages that hold each term, from the postings and from passages that are not merged yet. */
export function holdersOf(
  database: DatabaseSync,
  view: View,
  terms: readonly number[],
): readonly (readonly Part[])[] {
  const select = selectPostings(database);
  const inTail = holdersInTail(view, terms);
  return terms.map((term, index) => {
    const parts: Part[] = view.blocks.flatMap(({ id, first }) => {
      const postings = readPostings(select, id, term);
      return postings ? [{ first, ...postings }] : [];
    });
    const tail = inTail[index];
    return tail && tail.offsets.length > 0 ? [...parts, tail] : parts;
  });
}

/** Yields the ordinal of each passage of the parts. */
export function* ordinalsIn(parts: readonly Part[]): Iterable<number> {
  for (const { first, offsets } of parts)
    for (let entry = 0; entry < offsets.length; entry++) yield first + (offsets[entry] ?? 0);
}

type Wanted = { words: readonly QuestionWord[]; scope: Mask; visible: Mask; limit: number };

/** Scores the visible passages by the words of a question and returns the best. Rarity is that among all passages of the scope. */
export function bestByWords(
  database: DatabaseSync,
  view: View,
  { words, scope, visible, limit }: Wanted,
): Map<number, number> {
  const terms = [...new Set(words.flatMap((word) => word.terms))];
  const touched: number[] = [];
  for (const parts of holdersOf(database, view, terms)) {
    const holders = countIn(parts, scope);
    if (holders === 0) continue;
    const rarity = scoreOf(1, { holders, passages: scope.count });
    for (const part of parts) addScores(view, part, { rarity, visible, touched });
  }
  const best = bestOf(limit);
  for (const ordinal of touched) {
    best.add(ordinal, view.scores[ordinal] ?? 0);
    view.scores[ordinal] = 0;
  }
  return new Map(best.take().map(({ ordinal, score }) => [ordinal, score]));
}

function countIn(parts: readonly Part[], { has }: Mask): number {
  let count = 0;
  for (const { first, offsets } of parts)
    for (let entry = 0; entry < offsets.length; entry++)
      count += has[first + (offsets[entry] ?? 0)] ?? 0;
  return count;
}

function addScores(
  { scores }: View,
  { first, offsets, weights }: Part,
  { rarity, visible: { has }, touched }: { rarity: number; visible: Mask; touched: number[] },
): void {
  for (let entry = 0; entry < offsets.length; entry++) {
    const ordinal = first + (offsets[entry] ?? 0);
    if (has[ordinal] !== 1) continue;
    const before = scores[ordinal] ?? 0;
    if (before === 0) touched.push(ordinal);
    scores[ordinal] = before + rarity * (weights[entry] ?? 0);
  }
}

function holdersInTail(view: View, terms: readonly number[]) {
  const found = terms.map(() => ({ first: 0, offsets: [] as number[], weights: [] as number[] }));
  for (const [ordinal, held] of view.tail)
    for (const [index, term] of terms.entries()) {
      const at = positionOf(held.terms, term);
      if (at < 0) continue;
      found[index]?.offsets.push(ordinal);
      found[index]?.weights.push(held.weights[at] ?? 0);
    }
  return found;
}

/** Returns the position of a term in terms in order, or -1. */
function positionOf(terms: Uint32Array, term: number): number {
  let low = 0;
  let high = terms.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = terms[middle] ?? 0;
    if (found === term) return middle;
    if (found < term) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
