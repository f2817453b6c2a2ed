/** Returns a stored word as one of these. Throws for a word that the database should refuse. */
export function oneOf<Word extends string>(words: readonly Word[], stored: string): Word {
  const found = words.find((word) => word === stored);
  if (found === undefined) throw new TypeError(`“${stored}” is none of ${words.join(", ")}`);
  return found;
}
