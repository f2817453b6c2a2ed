import { lineKeyOf } from "./lines-of";

/** Lines that repeat in at least this share of the texts, and in at least this many, say nothing about the single one. */
const LEAST_SHARE = 0.6;
const LEAST_TEXTS = 5;

/** A line as it is in one of the texts, its key, and the number of texts that have it. */
export type Boilerplate = { line: string; key: string; texts: number };

/** Returns the long lines that most of these texts have, most frequent first. Texts that are the same count once. */
export function findBoilerplate(texts: readonly string[]): Boilerplate[] {
  const different = [...new Set(texts)];
  if (different.length < LEAST_TEXTS) return [];
  const found = new Map<string, Boilerplate>();
  for (const text of different) {
    const own = new Set<string>();
    for (const line of text.split("\n")) {
      const key = lineKeyOf(line);
      if (key === null || own.has(key)) continue;
      own.add(key);
      const known = found.get(key);
      if (known) known.texts += 1;
      else found.set(key, { line: line.trim(), key, texts: 1 });
    }
  }
  return [...found.values()]
    .filter(({ texts: count }) => count >= LEAST_TEXTS && count >= LEAST_SHARE * different.length)
    .sort((one, other) => other.texts - one.texts || one.key.localeCompare(other.key));
}
