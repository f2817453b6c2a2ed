import type { PlacedWord } from "../layout/placed-word";
import type { Rule } from "./found-table";
import type { Column } from "./table-columns";
import { type Chunk, chunksOf, isValue, type TextLine, textOf } from "./text-lines";

/** The words of one line in one cell, with the first and last column that they cover. `isValue` is true for a value. */
export type Piece = { from: number; to: number; words: PlacedWord[]; isValue: boolean };

/** A line split by the columns. */
export type PiecedLine = TextLine & { pieces: Piece[]; top: number; bottom: number };

export function piecesOf(line: TextLine, columns: Column[], down: Rule[]): PiecedLine {
  const pieces: Piece[] = [];
  for (const chunk of chunksOf(line, 0.9))
    for (const part of partedChunk(chunk, columns, line, down)) {
      const [from, to] = reach(part, columns);
      const last = pieces.at(-1);
      if (last && last.to >= from && last.from <= to) {
        last.words.push(...part.words);
        last.to = Math.max(last.to, to);
        last.isValue = isValue(textOf(last.words));
      } else pieces.push({ from, to, words: part.words, isValue: isValue(textOf(part.words)) });
    }
  return { ...line, pieces, top: line.box[1], bottom: line.box[1] + line.box[3] };
}

/** Splits a chunk at a line drawn between two words, or at a gap as wide as a gap between columns. */
function partedChunk(chunk: Chunk, columns: Column[], line: TextLine, down: Rule[]): Chunk[] {
  const parts: Chunk[] = [];
  for (const word of chunk.words) {
    const [left, , width] = word.at;
    const last = parts.at(-1);
    if (!last || isParted(last.right, left, word, columns, line, down))
      parts.push({ words: [word], left, right: left + width });
    else {
      last.words.push(word);
      last.right = Math.max(last.right, left + width);
    }
  }
  return parts;
}

function isParted(
  before: number,
  after: number,
  { size, at }: PlacedWord,
  columns: Column[],
  { box }: TextLine,
  down: Rule[],
): boolean {
  const separator = columns.find(
    ({ right }) => right > before - 0.5 * size && right < after + 0.5 * size,
  );
  if (!separator || separator === columns.at(-1)) return false;
  if (after - before >= 0.5 * size) return true;
  const middle = box[1] + box[3] / 2;
  const isDrawn = down.some(
    ([x, y, , height]) =>
      x > before - 0.3 * size &&
      x < at[0] + at[2] / 2 &&
      x < after + 0.3 * size &&
      y < middle &&
      y + height > middle,
  );
  return isDrawn;
}

/** Returns the first and last column under a chunk. Leaves out a column that the chunk overlaps only slightly. */
function reach({ left, right }: Chunk, columns: Column[]): [number, number] {
  const overlap = (column: Column) => Math.min(right, column.right) - Math.max(left, column.left);
  let best = 0;
  for (const [index, column] of columns.entries())
    if (overlap(column) > overlap(columns[best] ?? column)) best = index;
  let [from, to] = [best, best];
  const isUnder = (index: number) => {
    const column = columns[index];
    if (!column) return false;
    const shared = Math.min(right, column.to) - Math.max(left, column.from);
    return (
      shared > 0.4 * (column.to - column.from) ||
      overlap(column) > 0.6 * (column.right - column.left)
    );
  };
  while (isUnder(from - 1)) from -= 1;
  while (isUnder(to + 1)) to += 1;
  return [from, to];
}
