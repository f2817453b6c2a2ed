import type { Word } from "./words";

const joints = new Set(
  (
    "of the and for de du la le les des del della di da do dos das e y et en sur aux au von van der den dem zu zum zur und für im am an auf bei ob bin al el ben ibn ter ten 's ’s s d' d’ l' l’ " +
    "& ' ’ - – — . , / + ! :"
  ).split(" "),
);
const MOST_JOINTS = 3;
const MOST_WORDS = 60;

/** Returns the stretches of a sentence that can hold names: words with a capital, and the small words and signs between these. */
export function candidateStretches(sentence: readonly Word[]): [from: number, to: number][] {
  const stretches: [number, number][] = [];
  for (const [index, { text }] of sentence.entries()) {
    if (!hasCapital(text)) continue;
    const open = stretches.at(-1);
    const isNear =
      open !== undefined &&
      index - open[1] <= MOST_JOINTS &&
      index - open[0] < MOST_WORDS &&
      sentence.slice(open[1], index).every((word) => isJoint(word.text));
    if (open && isNear) open[1] = index + 1;
    else stretches.push([index, index + 1]);
  }
  return stretches;
}

/** True if a word can be part of a name: it has a capital, and it is no address and no part of code. */
export function hasCapital(word: string): boolean {
  return /\p{Lu}/u.test(word) && !/[@_\\#=<>{}[\]()]|:\/\/|\.\w+\/|www\./u.test(word);
}

function isJoint(word: string): boolean {
  return joints.has(word.toLowerCase()) || /^\d+$/.test(word);
}
