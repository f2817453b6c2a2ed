/**
 * Returns the first place of words in a text, blanks and case counting as equal; null if they are not there. Words that begin or end with a
 * letter or digit do not stand within a longer word.
 */
export function placeOf(text: string, words: string): [start: number, end: number] | null {
  const parts = words
    .trim()
    .split(/\s+/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const [first = "", last = ""] = [words.trim().at(0), words.trim().at(-1)];
  const before = /[\p{L}\p{N}]/u.test(first) ? "(?<![\\p{L}\\p{N}]|\\d[.,])" : "";
  const after = /[\p{L}\p{N}]/u.test(last) ? "(?![\\p{L}\\p{N}]|[.,]\\d)" : "";
  const match = new RegExp(`${before}${parts.join("\\s+")}${after}`, "iu").exec(text);
  return match && match[0] !== "" ? [match.index, match.index + match[0].length] : null;
}
