export type Word = { text: string; start: number; end: number };

const splitter =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:['’&.-](?=\p{L})[\p{L}\p{M}\p{N}]+)*(?:(?<=\b\p{Lu})\.|(?<=\b(?:Inc|Ltd|Co|Corp|Mr|Mrs|Ms|Dr|St|Jr|Sr|Prof))\.)?|\d[\d.,]*|[^\s]/gu;

/** Returns the words and signs of a text with their offsets. */
export function words(text: string): Word[] {
  return [...text.matchAll(splitter)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
