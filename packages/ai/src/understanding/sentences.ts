import type { Span } from "../ai";

const LONGEST_SENTENCE = 1_200;
/** Enough to see how the next line begins or the last word ended; whole rests would make long texts slow. */
const LOOK_AHEAD = 40;
const abbreviation =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|no|nos|art|sec|vs|v|inc|ltd|co|corp|llc|jr|sr|approx|fig|e\.g|i\.e|etc|dept|tel|ref|p|pp|vol|[a-z])\.$/iu;
const boundary = /[.!?]["'”’)\]]*(?=\s)|[。！？]/gu;
const paragraph = /[^\n]+(?:\n(?!\s*\n)[^\n]+)*/gu;

/**
 * Where the sentences of a text stand, in order. Blank lines always end one; so does a line end, except where a
 * line plainly runs on. Pieces without a letter are left out.
 */
export function sentenceSpans(text: string, from = 0, to = text.length): Span[] {
  const spans: Span[] = [];
  for (const block of text.slice(from, to).matchAll(paragraph))
    for (const [start, end] of lines(block[0]))
      for (const span of withinLine(block[0].slice(start, end)))
        spans.push([from + block.index + start + span[0], from + block.index + start + span[1]]);
  return spans
    .map((span) => trimmed(text, span))
    .filter(([start, end]) => end - start > 1 && /\p{L}/u.test(text.slice(start, end)));
}

/** A wrapped line is long, ends without a stop, and the next begins in lower case or goes on like it. */
function lines(block: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { index } of block.matchAll(/\n/g)) {
    const line = block.slice(block.lastIndexOf("\n", index - 1) + 1, index).trimEnd();
    const next = block.slice(index + 1, index + LOOK_AHEAD).trimStart();
    const runsOn = /^\p{Ll}/u.test(next) || (line.length > 60 && !/[.:;!?]$/.test(line));
    if (runsOn && !/^[-•*\d]/.test(next)) continue;
    spans.push([start, index]);
    start = index + 1;
  }
  spans.push([start, block.length]);
  return spans;
}

function withinLine(line: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of line.matchAll(boundary)) {
    const end = match.index + match[0].length;
    const isAbbreviated =
      match[0].startsWith(".") &&
      abbreviation.test(line.slice(Math.max(start, match.index - LOOK_AHEAD), match.index + 1));
    const next = line.slice(end, end + LOOK_AHEAD).trimStart();
    if (isAbbreviated || /^\p{Ll}/u.test(next)) continue;
    spans.push([start, end]);
    start = end;
  }
  spans.push([start, line.length]);
  return spans.flatMap(shortened);
}

function shortened([start, end]: Span): Span[] {
  const spans: Span[] = [];
  for (let from = start; from < end; from += LONGEST_SENTENCE)
    spans.push([from, Math.min(end, from + LONGEST_SENTENCE)]);
  return spans;
}

function trimmed(text: string, [start, end]: Span): Span {
  const piece = text.slice(start, end);
  const lead = piece.length - piece.trimStart().length;
  return [start + lead, Math.max(start + lead, end - (piece.length - piece.trimEnd().length))];
}
