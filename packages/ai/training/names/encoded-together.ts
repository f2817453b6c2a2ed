import type { NamedSentence } from "./named-sentence";

const MOST_PIECES = 240;
const MOST_SENTENCES = 12;

/** Groups sentences that follow each other in a document into stretches that are encoded together. */
export function encodedTogether(
  sentences: readonly NamedSentence[],
  countPieces: (text: string) => number,
): NamedSentence[][] {
  const groups: NamedSentence[][] = [];
  let pieces = 0;
  let document = "";
  for (const sentence of sentences) {
    const own = countPieces(textOf(sentence)) + 1;
    const open = groups.at(-1);
    const fits = sentence.document === document && pieces + own <= MOST_PIECES;
    if (open && fits && open.length < MOST_SENTENCES) {
      open.push(sentence);
      pieces += own;
    } else {
      groups.push([sentence]);
      pieces = own;
    }
    document = sentence.document;
  }
  return groups;
}

export function textOf({ words }: NamedSentence): string {
  return words.map(({ text }) => text).join(" ");
}
