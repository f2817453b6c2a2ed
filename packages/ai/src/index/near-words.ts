import { folded } from "../words/normal-text";
import { spellingDistance } from "../words/spelling";

export const MOST_NEAR = 3;
const SHORT_WORD = 4;

/** Returns a function that counts the letters in which a candidate differs from the word, or null if it is not near. */
export function distanceFrom(word: string): (candidate: string) => number | null {
  const letters = [...folded(word)];
  const most = letters.length <= SHORT_WORD ? 1 : 2;
  return (candidate) =>
    Math.abs(candidate.length - word.length) > most + 1
      ? null
      : spellingDistance([...folded(candidate)], letters, most);
}

/** Returns the nearest words, and of those with one distance the ones that more passages hold. */
export function nearest(
  near: readonly { word: string; distance: number; holders: number }[],
): string[] {
  return near
    .toSorted(
      (a, b) => a.distance - b.distance || b.holders - a.holders || (a.word < b.word ? -1 : 1),
    )
    .slice(0, MOST_NEAR)
    .map(({ word }) => word);
}
