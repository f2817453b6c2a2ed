import type { Block, Span } from "./parsed-document";
import { goesOn } from "./sentence-ends/goes-on";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Longer sentences of plain text are tables or lists without stops, so `sentencesOfText` cuts them. */
const longestSentence = 1_200;

/** Returns the sentences of a block without cells, without the blanks around them. In code each line is a sentence. */
export function sentencesOfBlock(text: string, { span, kind }: Block): Span[] {
  return kind === "code" ? linesOf(text, span) : sentencesIn(text, span);
}

/**
 * Returns the sentences of plain text from `from` to `to`, in order. A blank line ends a sentence. A line end does too, unless
 * the line is wrapped. Sentences without a letter are left out, those over 1,200 characters are cut.
 */
export function sentencesOfText(text: string, from = 0, to = text.length): Span[] {
  return logicalLinesOf(text, [from, to])
    .flatMap((line) => sentencesIn(withoutLineEnds(text, line), [0, line[1] - line[0]], line[0]))
    .flatMap(shortened)
    .map((span) => trimmed(text, span))
    .filter(([start, end]) => end - start > 1 && /\p{L}/u.test(text.slice(start, end)));
}

/** `offset` is added to each end of each span. */
function sentencesIn(text: string, [start, end]: Span, offset = 0): Span[] {
  const sentences: Span[] = [];
  let last: Span | undefined;
  for (const { segment, index } of segmenter.segment(text.slice(start, end))) {
    const length = segment.trimEnd().length;
    if (length === 0) continue;
    const at = start + index;
    if (last && goesOn(text, last, at)) last[1] = at + length;
    else {
      last = [at, at + length];
      sentences.push(last);
    }
  }
  return sentences.map(([first, past]) => [first + offset, past + offset]);
}

function linesOf(text: string, [from, to]: Span): Span[] {
  return [...text.slice(from, to).matchAll(/[^\n]+/g)].map(({ 0: line, index }) => [
    from + index,
    from + index + line.length,
  ]);
}

const paragraph = /[^\n]+(?:\n(?!\s*\n)[^\n]+)*/gu;

/** Lines of the text, wrapped lines joined to one. */
function logicalLinesOf(text: string, [from, to]: Span): Span[] {
  return [...text.slice(from, to).matchAll(paragraph)].flatMap(({ 0: block, index }) =>
    unwrapped(block).map(([start, end]): Span => [from + index + start, from + index + end]),
  );
}

/** Characters of the next line that show how it begins; reading more would make long texts slow. */
const lookAhead = 40;

/** A wrapped line is long and ends without a stop, or the next line begins in lower case. Before a list item, and in rows of cells, no line is wrapped. */
function unwrapped(block: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { index } of block.matchAll(/\n/g)) {
    const line = block.slice(block.lastIndexOf("\n", index - 1) + 1, index).trimEnd();
    const next = block.slice(index + 1, index + lookAhead).trimStart();
    const isWrapped = /^\p{Ll}/u.test(next) || (line.length > 60 && !/[.:;!?]$/.test(line));
    if (isWrapped && !line.includes("\t") && !/^[-•*\d]/.test(next)) continue;
    spans.push([start, index]);
    start = index + 1;
  }
  spans.push([start, block.length]);
  return spans;
}

function withoutLineEnds(text: string, [start, end]: Span): string {
  return text.slice(start, end).replace(/[\n\r\u0085\u2028\u2029]/g, " ");
}

function shortened([start, end]: Span): Span[] {
  const spans: Span[] = [];
  for (let from = start; from < end; from += longestSentence)
    spans.push([from, Math.min(end, from + longestSentence)]);
  return spans;
}

function trimmed(text: string, [start, end]: Span): Span {
  const piece = text.slice(start, end);
  const lead = piece.length - piece.trimStart().length;
  return [start + lead, Math.max(start + lead, end - (piece.length - piece.trimEnd().length))];
}
