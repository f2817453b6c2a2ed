import { folded } from "./asked-words";

const WORDS_A_SHINGLE = 3;
/** Two texts are the same for a reader if they share this part of their runs of words. */
const ALIKE = 0.8;

/** The words of a text in runs, and its numbers in order. */
export type Print = { shingles: ReadonlySet<string>; numbers: string };

/** Returns what a text is compared by. */
export function printOf(text: string): Print {
  const plain = folded(text);
  const words = plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const shingles = new Set<string>();
  for (let at = 0; at < Math.max(1, words.length - WORDS_A_SHINGLE + 1); at++)
    shingles.add(words.slice(at, at + WORDS_A_SHINGLE).join(" "));
  return { shingles, numbers: (plain.match(/\p{N}+/gu) ?? []).join(" ") };
}

/** Returns whether two texts say nearly the same. Texts with other numbers, sums or dates never do, or texts without words. */
export function isNearDuplicate(one: Print, other: Print): boolean {
  if (one.numbers !== other.numbers) return false;
  const [small, large] =
    one.shingles.size < other.shingles.size
      ? [one.shingles, other.shingles]
      : [other.shingles, one.shingles];
  if (small.has("") || small.size < ALIKE * large.size) return false;
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  return shared >= ALIKE * (small.size + large.size - shared);
}
