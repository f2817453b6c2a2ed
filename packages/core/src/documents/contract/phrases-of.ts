const MOST = 4;
const SHORTEST = 24;
const LONGEST = 120;

/**
 * Returns a few phrases by which the texts of a document can be recognised: parts of lines, from its beginning to its end. They are long
 * enough to be nowhere else by chance, and hold no sign that PostgreSQL or JSON would write in another way.
 */
export function phrasesOf(texts: readonly string[]): string[] {
  const lines = texts
    .flatMap((text) => text.split(/[\n\r\t"\\]+/u))
    .map((line) => line.trim().slice(0, LONGEST).trim())
    .filter((line) => line.length >= SHORTEST);
  const unique = [...new Set(lines)];
  const step = Math.max(1, unique.length / MOST);
  return Array.from(
    { length: Math.min(MOST, unique.length) },
    (_, n) => unique[Math.floor(n * step)],
  ).filter((line) => line !== undefined);
}
