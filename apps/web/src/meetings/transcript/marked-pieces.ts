import type { Span } from "~/viewer/place";

export type Piece = { text: string; isMarked: boolean; at: number };

/**
 * Returns the text of a turn in pieces, those between `span` marked. Offsets of `span` are in the document, and the text begins at `start` there.
 * With `words`, their places are marked too, in small or capital letters.
 */
export function markedPieces(
  text: string,
  { start, span, words }: { start: number; span: Span | null; words: string },
): Piece[] {
  const ranges: Span[] = [];
  if (span) {
    const from = Math.max(0, span[0] - start);
    const to = Math.min(text.length, span[1] - start);
    if (from < to) ranges.push([from, to]);
  }
  const [small, wanted] = [text.toLowerCase(), words.trim().toLowerCase()];
  if (wanted && small.length === text.length)
    for (let at = small.indexOf(wanted); at >= 0; at = small.indexOf(wanted, at + wanted.length))
      ranges.push([at, at + wanted.length]);

  const pieces: Piece[] = [];
  let done = 0;
  const add = (to: number, isMarked: boolean) => {
    if (to > done) pieces.push({ text: text.slice(done, to), isMarked, at: done });
    done = Math.max(done, to);
  };
  for (const [from, to] of ranges.sort((a, b) => a[0] - b[0])) {
    add(from, false);
    add(to, true);
  }
  add(text.length, false);
  return pieces;
}
