import type { Word } from "../../src/understanding/names/words";

export type NamedKind = "person" | "organisation" | "place";
export type NameSpan = { kind: NamedKind; from: number; to: number };

/** A sentence that is split into words, with its names. Sentences of one document follow each other. */
export type NamedSentence = { words: Word[]; names: NameSpan[]; document: string };

/** Returns words with the offsets that they have in a text with one blank between them. */
export function spaced(texts: readonly string[]): Word[] {
  let offset = 0;
  return texts.map((text) => {
    const start = offset;
    offset += text.length + 1;
    return { text, start, end: start + text.length };
  });
}
