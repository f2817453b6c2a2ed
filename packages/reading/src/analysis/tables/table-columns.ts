import type { PlacedWord } from "../layout/placed-word";
import type { Rule } from "./found-table";
import { chunksOf, isValue, type TextLine, textOf } from "./text-lines";

/** A column of a table: its `left` and `right` edges, and the start (`from`) and end (`to`) of its text. */
export type Column = { left: number; right: number; from: number; to: number };

export type ColumnsInput = {
  lines: TextLine[];
  down: Rule[];
  left: number;
  right: number;
  size: number;
};

/** Returns the columns, from the white space between them and from vertical lines, if there are any. */
export function columnsOfTable(input: ColumnsInput): Column[] {
  const drawn = drawnSeparators(input);
  const separators = drawn.length > 0 ? withGaps(input, drawn) : gapSeparators(input);
  return settle(input, separators);
}

function drawnSeparators({ down, left, right, lines, size }: ColumnsInput): number[] {
  const top = lines[0]?.box[1] ?? 0;
  const last = lines.at(-1)?.box;
  const height = last ? last[1] + last[3] - top : 0;
  const found: { x: number; length: number }[] = [];
  for (const [x, , , length] of [...down].sort((a, b) => a[0] - b[0])) {
    if (x < left + 0.3 * size || x > right - 0.3 * size) continue;
    const near = found.at(-1);
    if (near && x - near.x < 0.45 * size) near.length += length;
    else found.push({ x, length });
  }
  return found.filter(({ length }) => length > 0.25 * height).map(({ x }) => x);
}

/** Adds white-space separators between drawn lines only if values are beside the space in most rows. */
function withGaps(input: ColumnsInput, drawn: number[]): number[] {
  const between = gapSeparators(input).filter((x) => {
    const from = Math.max(input.left, ...drawn.filter((each) => each < x));
    const to = Math.min(input.right, ...drawn.filter((each) => each > x));
    if (drawn.some((each) => Math.abs(each - x) < input.size)) return false;
    const rows = input.lines
      .map(({ words }) => words.filter(({ at }) => at[0] >= from - 1 && at[0] + at[2] <= to + 1))
      .filter(({ length }) => length > 0);
    const both = rows.filter((words) => {
      const [a, b] = [words.filter(({ at }) => at[0] < x), words.filter(({ at }) => at[0] >= x)];
      return a.length > 0 && b.length > 0 && (isValue(textOf(a)) || isValue(textOf(b)));
    });
    return both.length >= 3 && both.length >= rows.length * 0.6;
  });
  return [...drawn, ...between].sort((a, b) => a - b);
}

/** Returns the places that nearly all lines with text on both sides leave free. */
function gapSeparators({ lines, left, right, size }: ColumnsInput): number[] {
  const bin = size / 8;
  const count = Math.ceil((right - left) / bin) + 2;
  if (count < 8 || count > 40_000) return [];
  const free = new Float64Array(count);
  const crossed = new Float64Array(count);
  const least = leastGap(lines);
  const mark = (into: Float64Array, from: number, to: number, weight: number) => {
    const first = Math.max(0, Math.ceil((from - left) / bin));
    const last = Math.min(count - 1, Math.floor((to - left) / bin));
    for (let at = first; at <= last; at++) into[at] = (into[at] ?? 0) + weight;
  };
  const firstValues = lines.findIndex(hasValues);
  const usual = usualPieces(lines);
  for (const [index, line] of lines.entries()) {
    const pieces = chunksOf(line, least);
    const weight = weightOf(line, index < firstValues, usual);
    for (const [at, piece] of pieces.entries()) {
      mark(crossed, piece.left, piece.right, weight);
      const next = pieces[at + 1];
      if (next) mark(free, piece.right, next.left, weight);
    }
  }
  return valleys(free, crossed, Math.max(2, Math.round((least * size) / bin) - 1)).map(
    (at) => left + at * bin,
  );
}

function leastGap(lines: TextLine[]): number {
  const rich = lines.filter((line) => chunksOf(line, 1).length >= 2).length;
  if (rich >= 5) return 0.5;
  return rich >= 3 ? 0.7 : 0.9;
}

export function hasValues(line: TextLine): boolean {
  const chunks = chunksOf(line, 0.8);
  return (
    chunks.slice(1).filter(({ words }) => isValue(textOf(words))).length * 2 >=
    Math.max(2, chunks.length - 1)
  );
}

/** Weighs lines with as many pieces as most full rows above titles and sums, because they show the columns better. */
function weightOf(line: TextLine, isHead: boolean, usual: number): number {
  const pieces = chunksOf(line, 0.9).length;
  if (pieces < 2) return 0.2;
  return Math.min(1, (pieces - 0.5) / (usual - 0.5)) * (isHead ? 0.5 : 1);
}

function usualPieces(lines: TextLine[]): number {
  const counts = lines.map((line) => chunksOf(line, 0.9).length).sort((a, b) => a - b);
  return Math.max(2, counts[Math.floor(counts.length * 0.75)] ?? 2);
}

function valleys(free: Float64Array, crossed: Float64Array, leastBins: number): number[] {
  const found: number[] = [];
  let from = -1;
  for (let at = 0; at <= free.length; at++) {
    const [open, shut] = [free[at] ?? 0, crossed[at] ?? 0];
    const isGap = at < free.length && open >= 1.4 && shut <= 0.22 * (open + shut);
    if (isGap && from < 0) from = at;
    if (isGap || from < 0) continue;
    if (at - from >= leastBins) found.push(clearest(free, crossed, from, at));
    from = -1;
  }
  return found;
}

/** Returns the middle of the widest part of a gap that the fewest lines cross. */
function clearest(free: Float64Array, crossed: Float64Array, from: number, to: number): number {
  const score = (at: number) => (free[at] ?? 0) - 4 * (crossed[at] ?? 0);
  let best = -Infinity;
  for (let at = from; at < to; at++) best = Math.max(best, score(at));
  let [start, length, run] = [from, 0, 0];
  for (let at = from; at < to; at++) {
    run = score(at) >= best - 0.01 ? run + 1 : 0;
    if (run > length) [start, length] = [at - run + 1, run];
  }
  return start + length / 2;
}

const companion = /^([$€£¥%*†‡]|[a-z]\)?|\(?\d?\)|us\$|eur|usd)$/i;

function settle({ lines, left, right }: ColumnsInput, separators: number[]): Column[] {
  const edges = [left, ...separators, right];
  const columns = edges.slice(1).map((edge, index): Column & { words: PlacedWord[] } => ({
    left: edges[index] ?? left,
    right: edge,
    from: Infinity,
    to: -Infinity,
    words: [],
  }));
  for (const line of lines)
    for (const { words, left: from, right: to } of chunksOf(line, 0.9)) {
      // Text that covers several columns does not show the start and end of one column's text.
      const own = columns.find((column) => from >= column.left - 1 && to <= column.right + 1);
      if (own) [own.from, own.to] = [Math.min(own.from, from), Math.max(own.to, to)];
      for (const word of words) homeOf(word, columns)?.words.push(word);
    }
  const kept: (Column & { words: PlacedWord[] })[] = [];
  for (const column of columns) {
    const last = kept.at(-1);
    const isLone = column.words.length === 0;
    const isSign = !isLone && column.words.every(({ text }) => companion.test(text));
    const lastIsSign =
      last !== undefined &&
      last.words.length > 0 &&
      last.words.every(({ text }) => /^([$€£¥]|us\$|eur|usd)$/i.test(text));
    if (
      last &&
      (isLone || lastIsSign || (isSign && /^[%*†‡)]/.test(column.words[0]?.text ?? "")))
    ) {
      last.right = column.right;
      last.from = Math.min(last.from, column.from);
      last.to = Math.max(last.to, column.to);
      last.words.push(...column.words);
    } else kept.push(column);
  }
  return kept.map(({ words: _words, ...column }) => ({
    ...column,
    from: Number.isFinite(column.from) ? column.from : column.left,
    to: Number.isFinite(column.to) ? column.to : column.right,
  }));
}

function homeOf<Home extends Column>({ at }: PlacedWord, columns: Home[]): Home | undefined {
  return columns.find((column) => at[0] + at[2] / 2 < column.right) ?? columns.at(-1);
}
