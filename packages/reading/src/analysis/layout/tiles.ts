import { medianOf, type Segment } from "./page-geometry";
import { rowsOf } from "./rows";
import { isRtl } from "./segments";
import { areBlocksBeside, sideOf, widestStep } from "./side-by-side";

const deepest = 6;
const mostSegments = 400;

/** Blocks that stand side by side, with what is above and below, in reading order. */
export type Tiles = { gutter: number; width: number; count: number; parts: Segment[][] };

/** Parts the segments of a column of the page into short blocks that stand side by side, in reading order. */
export function tilesOf(segments: Segment[], grid = 0, depth = 0): Segment[][] {
  if (segments.length < 2 || segments.length > mostSegments || depth > deepest) return [segments];
  const groups: Segment[][] = [];
  let plain: Segment[] = [];
  for (const run of runsOf(segments)) {
    const tiles = tilesIn(run, grid);
    if (!tiles) {
      plain.push(...run);
      continue;
    }
    if (plain.length > 0) groups.push(plain);
    plain = [];
    groups.push(...tilesOfRun(run, tiles, depth));
  }
  return plain.length > 0 ? [...groups, plain] : groups;
}

/** Does the same for a run whose best gap is known. */
export function tilesOfRun(run: Segment[], tiles: Tiles, depth = 0): Segment[][] {
  const step = stepOf(tiles, run);
  return tiles.parts.flatMap((part) => tilesOf(part, step, depth + 1));
}

/** The distance from the start of the block left of the gutter to the start of the block right of the gutter. */
function stepOf({ gutter }: Tiles, run: Segment[]): number {
  const starts = run.map(({ at }) => at[0]).sort((a, b) => a - b);
  const right = starts.find((x) => x > gutter) ?? 0;
  const left = run.filter(({ at }) => at[0] + at[2] < gutter).map(({ at }) => at[0]);
  const near = left
    .sort((a, b) => b - a)
    .find((x) => left.filter((other) => Math.abs(other - x) < 2).length >= 2);
  return right - (near ?? right);
}

/** Splits segments where no segment is over the whole width. */
export function runsOf(segments: Segment[]): Segment[][] {
  const runs: Segment[][] = [];
  let bottom = -Infinity;
  for (const segment of [...segments].sort((a, b) => a.at[1] - b.at[1])) {
    const [, top, , height] = segment.at;
    const run = runs.at(-1);
    if (run && top - bottom < widestStep * Math.max(1, segment.size)) run.push(segment);
    else runs.push([segment]);
    bottom = Math.max(bottom, top + height);
  }
  return runs;
}

/** Returns the blocks beside the best gap of a run, or null without a gap between blocks. `grid` is the distance of the blocks around. */
export function tilesIn(run: Segment[], grid = 0): Tiles | null {
  if (run.length < 2 || run.length > mostSegments) return null;
  let best: Tiles | null = null;
  const sorted = [...run].sort((a, b) => a.at[1] + a.at[3] / 2 - (b.at[1] + b.at[3] / 2));
  for (const gutter of guttersOf(run)) {
    const found = tilesAt(sorted, gutter, { grid, least: best?.count ?? 0 });
    if (found && (!best || isBetter(found, best))) best = found;
  }
  return best;
}

function isBetter(a: Tiles, b: Tiles): boolean {
  return a.count > b.count || (a.count === b.count && a.width > b.width);
}

/**
 * Returns places just left of segments that have another segment to their left. Of places with the same segments on each side only the first
 * counts.
 */
function guttersOf(run: Segment[]): number[] {
  const places = new Map<string, number>();
  const known = new Set<number>();
  for (const right of run) {
    const place = right.at[0] - 0.45 * Math.max(right.size, 1);
    const gutter = Math.round(place);
    if (known.has(gutter) || !hasNeighbourBefore(place, right, run)) continue;
    known.add(gutter);
    const sides = sidesAt(run, gutter);
    if (!places.has(sides)) places.set(sides, gutter);
  }
  return [...places.values()];
}

/** Returns true if a segment ends before the place and is beside the given one. */
function hasNeighbourBefore(place: number, { at }: Segment, run: Segment[]): boolean {
  const bottom = at[1] + at[3];
  for (const { at: other } of run)
    if (
      other[0] + other[2] < place &&
      Math.min(other[1] + other[3], bottom) > Math.max(other[1], at[1])
    )
      return true;
  return false;
}

/** Returns how many segments end before the gutter and how many begin after it. The same numbers mean the same segments. */
function sidesAt(run: Segment[], gutter: number): string {
  let [left, right] = [0, 0];
  for (const { at } of run) {
    if (at[0] + at[2] <= gutter) left += 1;
    if (at[0] >= gutter) right += 1;
  }
  return `${left} ${right}`;
}

/**
 * Finds the first band of lines beside the gutter that are blocks. Takes the segments from top to bottom. Blocks of fewer than `least`
 * segments need not be found.
 */
function tilesAt(
  sorted: Segment[],
  gutter: number,
  { grid, least }: { grid: number; least: number },
): Tiles | null {
  const bands = bandsBeside(sorted, gutter);
  if (bands.every(({ length }) => length < least)) return null;
  for (const band of bands) {
    if (!mayBeBlocks(band, gutter)) continue;
    const [left, right] = sidesOf(band, gutter);
    const width = widthBetween(left, right, grid);
    if (width > 0) return { gutter, width, ...around(sorted, left, right) };
  }
  return null;
}

function bandsBeside(sorted: Segment[], gutter: number): Segment[][] {
  const bands: Segment[][] = [];
  let band: Segment[] | null = null;
  for (const segment of sorted)
    if (crosses(segment, gutter)) band = null;
    else if (band) band.push(segment);
    else {
      band = [segment];
      bands.push(band);
    }
  return bands;
}

function crosses({ at }: Segment, gutter: number): boolean {
  return at[0] < gutter && at[0] + at[2] > gutter;
}

/** Returns false where one side is too short for two rows and holds no table. */
function mayBeBlocks(band: Segment[], gutter: number): boolean {
  let [left, right] = [0, 0];
  for (const { at, table } of band) {
    const weight = table ? 2 : 1;
    if (at[0] + at[2] / 2 < gutter) left += weight;
    else right += weight;
  }
  return left >= 2 && right >= 2;
}

function around(sorted: Segment[], left: Segment[], right: Segment[]) {
  const inside = new Set([...left, ...right]);
  const first = sorted.findIndex((segment) => inside.has(segment));
  const above = sorted.filter((segment, index) => index < first && !inside.has(segment));
  const below = sorted.filter((segment, index) => index > first && !inside.has(segment));
  const isFromRight = [...inside].filter(isRtl).length > inside.size / 2;
  const sides = isFromRight ? [right, left] : [left, right];
  return {
    count: inside.size,
    parts: [above, ...sides, below].filter(({ length }) => length > 0),
  };
}

/** Returns what is on each side of the gutter at the height of the other side, and the rest of the longer block. */
function sidesOf(band: Segment[], gutter: number): [Segment[], Segment[]] {
  const left = band.filter(({ at }) => at[0] + at[2] / 2 < gutter);
  const right = band.filter(({ at }) => at[0] + at[2] / 2 >= gutter);
  if (left.length === 0 || right.length === 0 || band.some(({ table }) => table))
    return [left, right];
  const top = Math.max(topOf(left), topOf(right)) - 1.2 * Math.max(...band.map(({ size }) => size));
  const end = Math.min(bottomOf(left), bottomOf(right));
  return [within(left, top, end), within(right, top, end)];
}

export function topOf(segments: Segment[]): number {
  return Math.min(...segments.map(({ at }) => at[1]));
}

export function bottomOf(segments: Segment[]): number {
  return Math.max(...segments.map(({ at }) => at[1] + at[3]));
}

/** Leaves out lines above `top`. Lines below `end` stay while they are as close as the lines of the block. */
function within(side: Segment[], top: number, end: number): Segment[] {
  const rows = rowsOf(side.filter(({ at }) => at[1] > top));
  const steps = rows.slice(1).map((row, index) => topOf(row) - topOf(rows[index] ?? row));
  const usual = medianOf(steps);
  const last = rows.findIndex((row, index) => {
    const above = rows[index - 1];
    if (!above || topOf(row) < end) return false;
    return topOf(row) - topOf(above) > 1.2 * usual || row[0]?.isBold !== above[0]?.isBold;
  });
  return (last < 0 ? rows : rows.slice(0, last)).flat();
}

/** Returns the clear width between blocks that stand side by side, or 0 if they are none. */
function widthBetween(left: Segment[], right: Segment[], grid: number): number {
  if (left.length === 0 || right.length === 0) return 0;
  const width =
    Math.min(...right.map(({ at }) => at[0])) - Math.max(...left.map(({ at }) => at[0] + at[2]));
  if (width < 0.9) return 0;
  const [a, b] = [sideOf(left, true), sideOf(right, false)];
  const isBlock = ({ rows }: typeof a, own: Segment[]) =>
    rows.length >= 2 || own.some(({ table }) => table);
  if (!isBlock(a, left) || !isBlock(b, right)) return 0;
  return width >= 0.9 * Math.min(a.size, b.size) && areBlocksBeside(a, b, grid) ? width : 0;
}
