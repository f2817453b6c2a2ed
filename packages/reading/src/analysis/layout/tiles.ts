import type { Segment } from "./page-geometry";
import { rowsOf } from "./rows";
import { isRtl } from "./segments";
import { areBlocksBeside, sideOf, widestStep } from "./side-by-side";

const deepest = 6;
const mostSegments = 400;

/** Parts the segments of a column of the page into short blocks that stand side by side, in reading order. */
export function tilesOf(segments: Segment[], depth = 0): Segment[][] {
  if (segments.length < 2 || segments.length > mostSegments || depth > deepest) return [segments];
  const groups: Segment[][] = [];
  let plain: Segment[] = [];
  const close = () => {
    if (plain.length > 0) groups.push(plain);
    plain = [];
  };
  for (const run of runsOf(segments)) {
    const parted = partedRun(run);
    if (!parted) {
      plain.push(...run);
      continue;
    }
    close();
    for (const part of parted) groups.push(...tilesOf(part, depth + 1));
  }
  close();
  return groups;
}

/** Splits segments where no segment stands over the whole width. */
function runsOf(segments: Segment[]): Segment[][] {
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

/** Returns what stands above, on each side of, and below the best gap of a run, or null without a gap between blocks. */
function partedRun(run: Segment[]): Segment[][] | null {
  let best: Parts | null = null;
  for (const gutter of guttersOf(run)) {
    const found = partsAt(run, gutter);
    if (found && (!best || isBetter(found, best))) best = found;
  }
  return best?.parts ?? null;
}

type Parts = { width: number; count: number; parts: Segment[][] };

function isBetter(a: Parts, b: Parts): boolean {
  return a.count > b.count || (a.count === b.count && a.width > b.width);
}

/** Returns places just left of segments that have another segment to their left. */
function guttersOf(run: Segment[]): number[] {
  const places = new Set<number>();
  for (const right of run) {
    const place = right.at[0] - 0.45 * Math.max(right.size, 1);
    const isBeside = run.some(
      ({ at }) =>
        at[0] + at[2] < place &&
        Math.min(at[1] + at[3], right.at[1] + right.at[3]) > Math.max(at[1], right.at[1]),
    );
    if (isBeside) places.add(Math.round(place));
  }
  return [...places];
}

/** Finds the first band of lines beside the gutter that are blocks, and returns the parts around the gutter in order. */
function partsAt(run: Segment[], gutter: number): Parts | null {
  const crosses = ({ at }: Segment) => at[0] < gutter && at[0] + at[2] > gutter;
  const sorted = [...run].sort((a, b) => a.at[1] + a.at[3] / 2 - (b.at[1] + b.at[3] / 2));
  let from = 0;
  while (from < sorted.length) {
    const next = sorted.findIndex((segment, index) => index >= from && crosses(segment));
    const to = next < 0 ? sorted.length : next;
    const band = trimmed(sorted.slice(from, to), gutter);
    const width = widthBetween(band.left, band.right);
    if (width > 0) {
      const inside = new Set([...band.left, ...band.right]);
      const first = sorted.findIndex((segment) => inside.has(segment));
      const others = sorted.flatMap((segment, index) =>
        inside.has(segment) ? [] : [{ segment, index }],
      );
      const above = others.filter(({ index }) => index < first).map(({ segment }) => segment);
      const below = others.filter(({ index }) => index >= first).map(({ segment }) => segment);
      const sides =
        [...band.left, ...band.right].filter(isRtl).length > inside.size / 2
          ? [band.right, band.left]
          : [band.left, band.right];
      return {
        width,
        count: inside.size,
        parts: [above, ...sides, below].filter(({ length }) => length > 0),
      };
    }
    from = to + 1;
  }
  return null;
}

/** Drops the lines at the start and the end that have nothing beside them and do not belong to the block. */
function trimmed(band: Segment[], gutter: number): { left: Segment[]; right: Segment[] } {
  const isLeft = ({ at }: Segment) => at[0] + at[2] / 2 < gutter;
  const rows = rowsOf(band);
  const isShared = (row: Segment[]) => row.some(isLeft) && row.some((segment) => !isLeft(segment));
  const hasTable = band.some(({ table }) => table);
  const first = hasTable ? 0 : rows.findIndex(isShared);
  const kept =
    first < 0 ? [] : rows.slice(first, hasTable ? undefined : endOf(rows, isShared)).flat();
  return { left: kept.filter(isLeft), right: kept.filter((segment) => !isLeft(segment)) };
}

/** Includes lines close below the last shared row, which end the longer block. */
function endOf(rows: Segment[][], isShared: (row: Segment[]) => boolean): number {
  let end = rows.findLastIndex(isShared) + 1;
  for (; end < rows.length; end++) {
    const [above, line] = [rows[end - 1]?.[0], rows[end]?.[0]];
    if (!above || !line || line.isBold !== above.isBold) break;
    if (line.at[1] - above.at[1] > 1.7 * line.size) break;
  }
  return end;
}

/** Returns the clear width between blocks that stand side by side, or 0 if they are none. */
function widthBetween(left: Segment[], right: Segment[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  const [a, b] = [sideOf(left, true), sideOf(right, false)];
  const isBlock = ({ rows }: typeof a, own: Segment[]) =>
    rows.length >= 2 || own.some(({ table }) => table);
  if (!isBlock(a, left) || !isBlock(b, right)) return 0;
  const width =
    Math.min(...right.map(({ at }) => at[0])) - Math.max(...left.map(({ at }) => at[0] + at[2]));
  return width >= 0.9 * Math.min(a.size, b.size) && areBlocksBeside(a, b) ? width : 0;
}
