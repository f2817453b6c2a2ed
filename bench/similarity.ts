import { diffArrays } from "diff";

import type { LabelledWord } from "./labelled-words";

/** Shares from 0 to 1; what each means is said at `similarityOf`. */
export type Similarity = { text: number; bag: number; structure: number };

/**
 * Returns the similarity of two texts as Dice coefficients over their words, 2 x common / (words here + words there). Words too
 * many cost as much as words too few.
 *
 * - `text`: common is the longest sequence of words that both have in the same order.
 * - `bag`: common counts words at any place, each as often as it is in both (never less than `text`).
 * - `structure`: common counts the words in order whose kind is the same on both sides (never more than `text`). The kinds are
 *   heading, list, table, code and running text.
 *
 * Two texts without words are alike.
 */
export function similarityOf(
  ours: readonly LabelledWord[],
  truth: readonly LabelledWord[],
): Similarity {
  const size = ours.length + truth.length;
  if (size === 0) return { text: 1, bag: 1, structure: 1 };
  const bag = commonInBags(ours, truth);
  let text = 0;
  let structure = 0;
  for (const [here, there] of commonInOrder(ours, truth)) {
    text += 1;
    if (ours[here]?.label === truth[there]?.label) structure += 1;
  }
  return { text: (2 * text) / size, bag: (2 * bag) / size, structure: (2 * structure) / size };
}

/** The pairs of places of a longest common sequence. */
export function* commonInOrder(
  ours: readonly { word: string }[],
  truth: readonly { word: string }[],
): Iterable<[here: number, there: number]> {
  const parts = diffArrays(
    ours.map(({ word }) => word),
    truth.map(({ word }) => word),
  );
  let here = 0;
  let there = 0;
  for (const { added, removed, count = 0 } of parts) {
    if (added) there += count;
    else if (removed) here += count;
    else for (let index = 0; index < count; index++) yield [here++, there++];
  }
}

function commonInBags(
  ours: readonly { word: string }[],
  truth: readonly { word: string }[],
): number {
  const left = new Map<string, number>();
  for (const { word } of ours) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const { word } of truth) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    common += 1;
  }
  return common;
}
