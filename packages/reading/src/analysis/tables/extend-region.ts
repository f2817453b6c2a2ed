import type { PlacedWord } from "../layout/placed-word";
import type { Structure } from "./structure";
import { type Chunk, chunksOf, middleOf, type TextLine, textLinesOf } from "./text-lines";

/** Adds to a region the adjacent rows that keep its columns, such as heads above the first drawn line. */
export function extendedRegion(
  region: PlacedWord[],
  { columns }: Structure,
  free: Iterable<PlacedWord>,
): PlacedWord[] {
  const own = new Set(region);
  const [first, last] = [columns[0], columns.at(-1)];
  const rows = textLinesOf(region);
  const [top, bottom] = [rows[0], rows.at(-1)];
  if (!first || !last || !top || !bottom) return region;
  const others: PlacedWord[] = [];
  for (const word of free) if (!own.has(word)) others.push(word);
  const lines = textLinesOf(
    others.filter(({ at }) => at[0] + at[2] > first.left - 2 && at[0] < last.right + 2),
  );
  const above = lines.filter(({ box }) => middleOf(box) < middleOf(top.box)).reverse();
  const below = lines.filter(({ box }) => middleOf(box) > middleOf(bottom.box));
  return [...region, ...follow(top, above, columns), ...follow(bottom, below, columns)];
}

function follow(edge: TextLine, lines: TextLine[], columns: Structure["columns"]): PlacedWord[] {
  const taken: PlacedWord[] = [];
  let last = edge;
  let units: TextLine | null = null;
  for (const line of lines) {
    const pitch =
      Math.abs(middleOf(line.box) - middleOf(last.box)) / Math.max(line.size, last.size);
    if (pitch > 2.4) break;
    const isRow = keeps(chunksOf(line, 0.9), columns, line.size);
    if (!isRow && (units || taken.length > 0 || !isUnits(line))) {
      if (isAbove(line, edge) && taken.length > 0 && isSharedHead(line, columns))
        taken.push(...line.words);
      break;
    }
    last = line;
    if (isRow) taken.push(...(units?.words ?? []), ...line.words);
    units = isRow ? null : line;
  }
  return taken;
}

/** Returns true for a line such as "(in millions)", which is between the heads of a table and its rows. */
function isUnits({ words }: TextLine): boolean {
  const text = words.map((word) => word.text).join(" ");
  return words.length <= 8 && /^\(.{2,60}\)$/.test(text);
}

function isAbove(line: TextLine, edge: TextLine): boolean {
  return middleOf(line.box) < middleOf(edge.box);
}

/** Returns true for a head such as "Year ended", which is over several columns and beside the first. */
function isSharedHead({ words, box, size }: TextLine, columns: Structure["columns"]): boolean {
  const [, second] = columns;
  if (!second || columns.length < 3 || words.length > 6) return false;
  const over = columns
    .slice(1)
    .filter(({ left, right }) => box[0] < right && box[0] + box[2] > left);
  return box[0] > second.left - size && over.length >= 2;
}

function keeps(chunks: Chunk[], columns: Structure["columns"], size: number): boolean {
  if (chunks.length < 2 || chunks.length < 0.5 * columns.length) return false;
  const over = chunks.map(
    ({ left, right }) =>
      columns.filter(
        (column) => left < column.right - 0.8 * size && right > column.left + 0.8 * size,
      ).length,
  );
  return (
    over.every((count) => count <= 2) &&
    over.filter((count) => count > 1).length <= 0.34 * over.length
  );
}
