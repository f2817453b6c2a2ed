export type Word = { text: string; start: number; end: number };

// An address, a handle and a name of code are one word. "Smith's" is two words, "O'Neill", "AT&T" and "U.S." are one.
const splitter =
  /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w+|[\p{L}\d]*_\w+|\p{L}[\p{L}\p{M}\p{N}]*(?:(?!['’]s(?!\p{L}))['’&.-](?=\p{L})[\p{L}\p{M}\p{N}]+)*(?:(?<=\b\p{Lu})\.|(?<=\b(?:Inc|Ltd|Co|Corp|Mr|Mrs|Ms|Dr|St|Jr|Sr|Prof))\.)?|['’]s(?!\p{L})|\d[\d.,]*|[^\s]/gu;

/** Returns the words and signs of a text with their offsets. */
export function words(text: string): Word[] {
  return [...text.matchAll(splitter)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
