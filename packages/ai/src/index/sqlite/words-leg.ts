import type { DatabaseSync } from "node:sqlite";

import { type QuestionWord, scoreOf } from "../../words/terms";
import { bestOf } from "./best";
import type { Mask } from "./masks";
import { readPostings, selectPostings } from "./postings";
import type { View } from "./view";

/** The passages of a space that hold one term, visible or not. */
export type Holders = { ordinals: Uint32Array; weights: Uint8Array };

/** Returns the passages that hold each term, from the postings and from passages that are not merged yet. */
export function holdersOf(database: DatabaseSync, view: View, terms: readonly number[]): Holders[] {
  const select = selectPostings(database);
  const inTail = holdersInTail(view, terms);
  return terms.map((term, index) => {
    const parts = view.blocks.flatMap(({ id, first }) => {
      const postings = readPostings(select, id, term);
      return postings ? [{ first, ...postings }] : [];
    });
    const tail = inTail[index] ?? [];
    const length = parts.reduce((sum, { offsets }) => sum + offsets.length, tail.length);
    const holders = { ordinals: new Uint32Array(length), weights: new Uint8Array(length) };
    let next = 0;
    for (const { first, offsets, weights } of parts) {
      holders.weights.set(weights, next);
      for (let entry = 0; entry < offsets.length; entry++)
        holders.ordinals[next++] = first + (offsets[entry] ?? 0);
    }
    for (const { ordinal, weight } of tail) {
      holders.weights[next] = weight;
      holders.ordinals[next++] = ordinal;
    }
    return holders;
  });
}

/** Scores the visible passages by the words of a question and returns the best. Rarity is that among all passages of the scope. */
export function bestByWords(
  database: DatabaseSync,
  view: View,
  {
    words,
    scope,
    visible,
    limit,
  }: { words: readonly QuestionWord[]; scope: Mask; visible: Mask; limit: number },
): Map<number, number> {
  const terms = [...new Set(words.flatMap((word) => word.terms))];
  const touched: number[] = [];
  for (const { ordinals, weights } of holdersOf(database, view, terms)) {
    let holders = 0;
    for (let entry = 0; entry < ordinals.length; entry++)
      holders += scope.has[ordinals[entry] ?? 0] ?? 0;
    if (holders === 0) continue;
    const rarity = scoreOf(1, { holders, passages: scope.count });
    for (let entry = 0; entry < ordinals.length; entry++) {
      const ordinal = ordinals[entry] ?? 0;
      if (visible.has[ordinal] !== 1) continue;
      const before = view.scores[ordinal] ?? 0;
      if (before === 0) touched.push(ordinal);
      view.scores[ordinal] = before + rarity * (weights[entry] ?? 0);
    }
  }
  const best = bestOf(limit);
  for (const ordinal of touched) {
    best.add(ordinal, view.scores[ordinal] ?? 0);
    view.scores[ordinal] = 0;
  }
  return new Map(best.take().map(({ ordinal, score }) => [ordinal, score]));
}

function holdersInTail(view: View, terms: readonly number[]) {
  const found = terms.map((): { ordinal: number; weight: number }[] => []);
  for (const [ordinal, held] of view.tail)
    for (const [index, term] of terms.entries()) {
      const at = positionOf(held.terms, term);
      if (at >= 0) found[index]?.push({ ordinal, weight: held.weights[at] ?? 0 });
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
