import type { Block, Span } from "./parsed-document";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentences of a block that has no cells, blanks around them left out; a line of code counts as a sentence. */
export function sentencesOf(text: string, { span, kind }: Block): Span[] {
  const own = text.slice(...span);
  if (kind === "code") return linesOf(own, span[0]);
  const sentences: Span[] = [];
  for (const { segment, index } of segmenter.segment(own)) {
    const length = segment.trimEnd().length;
    if (length === 0) continue;
    const last = sentences.at(-1);
    if (last && endsInAbbreviation(text.slice(...last))) last[1] = span[0] + index + length;
    else sentences.push([span[0] + index, span[0] + index + length]);
  }
  return sentences;
}

/** Where the full stop belongs to the word: "No. 5", "Art. 12", "J. Smith", "z. B. so". */
function endsInAbbreviation(sentence: string): boolean {
  return /(?:^|[\s(])(?:\p{Lu}|no|nos|art|arts|sec|para|p|pp|fig|vol|ed|cf|vs|ca|approx|inc|ltd|corp|co|mr|mrs|ms|dr|prof|st|nr|abs|bzw|vgl|z|d|u|i|e\.g|i\.e|al)\.$/iu.test(
    sentence.slice(-14),
  );
}

function linesOf(own: string, offset: number): Span[] {
  return [...own.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => [
    offset + index,
    offset + index + line.length,
  ]);
}
