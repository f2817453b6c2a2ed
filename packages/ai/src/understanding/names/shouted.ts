import type { Word } from "./words";

/** True for a line in capitals, where capitals say nothing. */
export function isShouted(sentence: readonly Word[]): boolean {
  const long = sentence.filter(({ text }) => /\p{L}{3}/u.test(text));
  const capital = long.filter(({ text }) => text === text.toUpperCase());
  return long.length > 1 && capital.length > long.length * 0.7;
}
