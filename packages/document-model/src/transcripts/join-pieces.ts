import { type HeardPart, type HeardPiece, type HeardWord, tokensOf } from "./heard";

/** The words on each side of a seam among which the repeated ones are looked for. */
const WINDOW = 16;
/** Words beside the seam that one side alone may have heard: a word that was cut in two is heard wrongly. */
const MOST_ODD = 4;
/** The same where words have no times: sentences that begin alike are not one sentence. */
const MOST_ODD_UNTIMED = 1;
const NEAR_MS = 1_500;
const LONG_WORD = 4;

type Seam = { startMs: number; endMs: number };
type Token = {
  part: number;
  index: number;
  norm: string;
  word: HeardWord | undefined;
  /** About when the word is heard, to match it and for nothing else; null where its part has no time. */
  nearMs: number | null;
};

type Match = { inTail: number; inHead: number; count: number };

/**
 * Returns what was heard in all pieces, with times from the beginning of the recording. Words that a piece repeats of the one before are matched and
 * stand once. A letter for a speaker means somebody else in each piece, so it names its piece too.
 */
export function joinPieces(pieces: readonly HeardPiece[]): HeardPart[] {
  let joined: HeardPart[] = [];
  let end: number | null = null;
  for (const [index, piece] of pieces.entries()) {
    const name = speakerNames(pieces.length > 1 ? index + 1 : null);
    const parts = piece.heard.parts.map((part) => moved(part, piece.startMs, name));
    if (end === null || end <= piece.startMs) joined.push(...parts);
    else joined = overSeam(joined, parts, { startMs: piece.startMs, endMs: end });
    end = piece.endMs;
  }
  return joined;
}

/** "A", "1" and "SPEAKER_00" are nobody in particular; other names are names. */
function speakerNames(piece: number | null) {
  return (given: string | null): string | null => {
    const [, letter] = /^(?:speaker[\s_-]*)?([A-Z]{1,2}|\d{1,3})$/i.exec(given ?? "") ?? [];
    if (letter === undefined) return given;
    const name = `Speaker ${letter.toUpperCase()}`;
    return piece === null ? name : `${name}, part ${piece}`;
  };
}

function moved(
  part: HeardPart,
  byMs: number,
  name: (given: string | null) => string | null,
): HeardPart {
  const later = (ms: number | null) => (ms === null ? null : ms + byMs);
  return {
    ...part,
    speaker: name(part.speaker),
    startMs: later(part.startMs),
    endMs: later(part.endMs),
    ...(part.words && {
      words: part.words.map(({ text, startMs, endMs }) => ({
        text,
        startMs: startMs + byMs,
        endMs: endMs + byMs,
      })),
    }),
  };
}

function overSeam(
  before: readonly HeardPart[],
  after: readonly HeardPart[],
  seam: Seam,
): HeardPart[] {
  const tail = tokensIn(before, seam).slice(-WINDOW);
  const head = tokensIn(after, seam).slice(0, WINDOW);
  const match = bestMatch(tail, head);
  if (match) {
    const last = tail[match.inTail + match.count - 1];
    const next = head[match.inHead + match.count - 1];
    return [...upTo(before, last), ...from(after, next, seam)];
  }
  const middle = (seam.startMs + seam.endMs) / 2;
  const last = tail.findLast(({ word }) => word && word.startMs < middle);
  const next = head.findLast(({ word }) => word && word.endMs <= middle);
  const areTimed = [...tail, ...head].every(({ word }) => word);
  if (areTimed && tail.length > 0 && head.length > 0)
    return [...(last ? upTo(before, last) : before), ...(next ? from(after, next, seam) : after)];
  const isKnown = (before.at(-1)?.endMs ?? 0) > middle;
  return [
    ...before,
    ...after.filter(({ endMs }) => !(isKnown && endMs !== null && endMs <= seam.endMs)),
  ];
}

/** The words of the parts that reach into the seam; of all parts where they have no times. */
function tokensIn(parts: readonly HeardPart[], seam: Seam): Token[] {
  return parts.flatMap((part, at) => {
    const isFar =
      part.startMs !== null &&
      part.endMs !== null &&
      (part.endMs < seam.startMs - NEAR_MS || part.startMs > seam.endMs + NEAR_MS);
    if (isFar) return [];
    const tokens = tokensOf(part.text);
    return tokens.map((token, index) => ({
      nearMs: part.words?.[index]?.startMs ?? between(part, index / tokens.length),
      part: at,
      index,
      norm: token.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""),
      word: part.words?.[index],
    }));
  });
}

function between({ startMs, endMs }: HeardPart, share: number): number | null {
  return startMs === null || endMs === null ? null : startMs + (endMs - startMs) * share;
}

function bestMatch(tail: readonly Token[], head: readonly Token[]): Match | null {
  const areTimed = [...tail, ...head].every(({ nearMs }) => nearMs !== null);
  const mostOdd = areTimed ? MOST_ODD : MOST_ODD_UNTIMED;
  let best: Match | null = null;
  for (let inTail = 0; inTail < tail.length; inTail += 1)
    for (let inHead = 0; inHead <= Math.min(mostOdd, head.length - 1); inHead += 1) {
      const count = runOf(tail, head, { inTail, inHead });
      const odd = tail.length - inTail - count;
      if (odd > mostOdd || count <= (best?.count ?? 0)) continue;
      const isClose = odd === 0 && inHead === 0;
      const isLong = (tail[inTail]?.norm.length ?? 0) >= LONG_WORD;
      if (count > 1 || (count === 1 && (isClose || isLong))) best = { inTail, inHead, count };
    }
  return best;
}

function runOf(
  tail: readonly Token[],
  head: readonly Token[],
  { inTail, inHead }: Omit<Match, "count">,
): number {
  let count = 0;
  while (areSame(tail[inTail + count], head[inHead + count])) count += 1;
  return count;
}

function areSame(one: Token | undefined, other: Token | undefined): boolean {
  if (!one || !other || one.norm === "" || one.norm !== other.norm) return false;
  if (one.nearMs === null || other.nearMs === null) return true;
  return Math.abs(one.nearMs - other.nearMs) <= NEAR_MS;
}

/** The parts up to a word, with it. */
function upTo(parts: readonly HeardPart[], last: Token | undefined): HeardPart[] {
  if (!last) return [...parts];
  return parts
    .slice(0, last.part + 1)
    .map((part, at) => (at === last.part ? within(part, 0, last.index + 1, part.endMs) : part));
}

/** The parts after a word. Without a time of its own, what is left of a part begins where the piece before ended. */
function from(parts: readonly HeardPart[], last: Token | undefined, seam: Seam): HeardPart[] {
  if (!last) return [...parts];
  return parts.slice(last.part).flatMap((part, at) => {
    if (at > 0) return [part];
    const rest = within(part, last.index + 1, Number.POSITIVE_INFINITY, part.endMs);
    if (rest.text === "") return [];
    const startMs =
      part.startMs === null
        ? null
        : (rest.words?.[0]?.startMs ?? Math.min(part.endMs ?? seam.endMs, seam.endMs));
    return [{ ...rest, startMs }];
  });
}

function within(part: HeardPart, start: number, end: number, endMs: number | null): HeardPart {
  const words = part.words?.slice(start, end);
  return {
    ...part,
    text: tokensOf(part.text).slice(start, end).join(" "),
    endMs: words?.at(-1)?.endMs ?? endMs,
    ...(words && { words }),
  };
}
