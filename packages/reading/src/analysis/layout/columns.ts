import type { Segment } from "./page-geometry";
import { rowsOf } from "./rows";
import { isRtl } from "./segments";

/**
 * Groups the segments of a page in reading order. Columns are bands of rows with a gap at one place that no segment crosses. Columns differ
 * from tables by their long lines. A row that crosses the gap ends the band.
 */
export function columnsOf(segments: Segment[], depth = 0): Segment[][] {
  if (segments.length === 0) return [];
  const rows = depth < 5 && segments.length >= 8 ? rowsOf(segments) : [];
  const gutter = findGutter(rows);
  if (gutter === null) return [segments];

  const groups: Segment[][] = [];
  let across: Segment[] = [];
  for (const { isColumns, segments: own } of bandsAt(rows, gutter)) {
    if (!isColumns) {
      across.push(...own);
      continue;
    }
    groups.push(...columnsOf(across, depth + 1));
    across = [];
    for (const side of sidesOf(own, gutter)) groups.push(...columnsOf(side, depth + 1));
  }
  return [...groups, ...columnsOf(across, depth + 1)];
}

type Band = { isColumns: boolean; segments: Segment[] };

function sidesOf(segments: Segment[], gutter: number): Segment[][] {
  const left = segments.filter(({ at }) => at[0] + at[2] / 2 < gutter);
  const right = segments.filter(({ at }) => at[0] + at[2] / 2 >= gutter);
  return segments.filter(isRtl).length > segments.length / 2 ? [right, left] : [left, right];
}

/** Splits rows into bands: rows that cross the gutter, and the rows between them. */
function bandsAt(rows: Segment[][], gutter: number): Band[] {
  const bands: Band[] = [];
  for (const row of rows) {
    const crosses = row.some(({ at }) => at[0] < gutter - 1 && at[0] + at[2] > gutter + 1);
    const band = bands.at(-1);
    if (band && band.isColumns === !crosses) band.segments.push(...row);
    else bands.push({ isColumns: !crosses, segments: [...row] });
  }
  for (const band of bands)
    if (band.isColumns && !standSideBySide(band.segments, gutter)) band.isColumns = false;
  return bands;
}

function standSideBySide(segments: Segment[], gutter: number): boolean {
  const left = segments.filter(({ at }) => at[0] + at[2] / 2 < gutter);
  const right = segments.filter(({ at }) => at[0] + at[2] / 2 >= gutter);
  return left.length >= 2 && right.length >= 2 && overlapInHeight(left, right) > 0.1;
}

const binWidth = 2;
const mostCandidates = 12;

/** Returns the gap between columns that most segments are next to, if running text is on both sides. */
function findGutter(rows: Segment[][]): number | null {
  let best: { gutter: number; score: number } | null = null;
  for (const gutter of candidatesIn(rows)) {
    const columns = bandsAt(rows, gutter).flatMap((band) => (band.isColumns ? band.segments : []));
    if (columns.length <= (best?.score ?? 0) * 1.02) continue;
    if (partsTexts(columns, gutter)) best = { gutter, score: columns.length };
  }
  return best?.gutter ?? null;
}

/** Returns the middles of the gaps that most rows share. */
function candidatesIn(rows: Segment[][]): number[] {
  const bins = new Map<number, number>();
  for (const row of rows) {
    const sorted = row.filter(({ table }) => !table).sort((a, b) => a.at[0] - b.at[0]);
    for (const [index, right] of sorted.slice(1).entries()) {
      const left = sorted[index];
      const from = left ? left.at[0] + left.at[2] : 0;
      if (!left || right.at[0] - from < 0.6 * Math.max(left.size, 1)) continue;
      const last = Math.min(Math.floor(right.at[0] / binWidth), Math.floor(from / binWidth) + 400);
      for (let bin = Math.ceil(from / binWidth); bin <= last; bin++)
        bins.set(bin, (bins.get(bin) ?? 0) + 1);
    }
  }
  return plateausOf(bins);
}

/** Returns the middle of each run of adjacent bins that are empty in equally many rows, with the most rows first. */
function plateausOf(bins: Map<number, number>): number[] {
  const plateaus: { from: number; to: number; count: number }[] = [];
  for (const [bin, count] of [...bins].sort((a, b) => a[0] - b[0])) {
    const last = plateaus.at(-1);
    if (last && last.to === bin - 1 && last.count === count) last.to = bin;
    else plateaus.push({ from: bin, to: bin, count });
  }
  return plateaus
    .filter(({ count }) => count >= 2)
    .sort((a, b) => b.count - a.count || b.to - b.from - (a.to - a.from))
    .slice(0, mostCandidates)
    .map(({ from, to }) => ((from + to) / 2) * binWidth);
}

function partsTexts(segments: Segment[], gutter: number): boolean {
  const left = segments.filter(({ at }) => at[0] + at[2] / 2 < gutter);
  const right = segments.filter(({ at }) => at[0] + at[2] / 2 >= gutter);
  return isText(left) && isText(right) && overlapInHeight(left, right) > 0.3;
}

/** Returns true for lines as long as their column, or for a list of lines that are long on average. */
function isText(all: Segment[]): boolean {
  const segments = all.filter(({ table }) => !table);
  if (segments.length < 4) return false;
  const width = Math.max(...segments.map(({ at }) => at[2]));
  const full = segments.filter(({ at, length }) => at[2] > 0.7 * width && length > 18);
  if (full.length >= 3 && full.length > segments.length * 0.35) return true;
  const length = segments.reduce((sum, segment) => sum + segment.length, 0) / segments.length;
  return segments.length >= 6 && full.length >= 3 && length >= 25;
}

function overlapInHeight(a: Segment[], b: Segment[]): number {
  const [top, bottom] = heightOf(a);
  const [otherTop, otherBottom] = heightOf(b);
  const overlap = Math.min(bottom, otherBottom) - Math.max(top, otherTop);
  return overlap / Math.max(1, Math.min(bottom - top, otherBottom - otherTop));
}

function heightOf(segments: Segment[]): [number, number] {
  let [top, bottom] = [Infinity, -Infinity];
  for (const { at } of segments) {
    top = Math.min(top, at[1]);
    bottom = Math.max(bottom, at[1] + at[3]);
  }
  return [top, bottom];
}
