export type Piece = { text: string; isMarked: boolean };

/** The part of a passage around its first marked words, cut at blanks, with the marks in place. */
export function excerptOf(
  text: string,
  marks: readonly (readonly number[])[],
  length = 320,
): Piece[] {
  const first = marks[0]?.[0] ?? 0;
  const from = text.length <= length ? 0 : wordStart(text, Math.max(0, first - length / 4));
  const to = Math.min(text.length, from + length);
  const pieces: Piece[] = from > 0 ? [{ text: "… ", isMarked: false }] : [];
  let at = from;

  for (const [start = 0, end = 0] of marks) {
    if (start < at || end > to) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), isMarked: false });
    pieces.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), isMarked: false });
  if (to < text.length) pieces.push({ text: " …", isMarked: false });
  return pieces;
}

/** The words of a passage to mark in its document: from the first to the last mark that stand near one another. */
export function spanToMark(
  span: readonly [number, number],
  marks: readonly (readonly number[])[],
  reach = 240,
): [number, number] {
  const [first] = marks;
  if (!first) return [span[0], span[1]];
  const start = first[0] ?? 0;
  const near = marks.filter(([, end = 0]) => end - start <= reach);
  const end = near.at(-1)?.[1] ?? first[1] ?? start;
  return [span[0] + start, span[0] + end];
}

function wordStart(text: string, at: number): number {
  const blank = text.indexOf(" ", at);
  return blank < 0 ? at : blank + 1;
}
