import { columnsOf } from "./columns";
import type { Segment } from "./page-geometry";
import { rowsOf } from "./rows";
import { isRtl } from "./segments";
import { areSheets, sideOf } from "./side-by-side";
import { runsOf, type Tiles, tilesIn, tilesOf } from "./tiles";

/** Groups the segments of a page by its two sheets, its columns and its short blocks side by side, in reading order. */
export function inReadingOrder(segments: Segment[]): Segment[][] {
  const sheets = sheetsOf(segments);
  if (sheets) return sheets.flatMap(inReadingOrder);
  const groups: Segment[][] = [];
  let plain: Segment[] = [];
  const close = () => {
    groups.push(...columnsOf(plain).flatMap((column) => tilesOf(column)));
    plain = [];
  };
  const runs = runsOf(segments).map((run) => ({ run, tiles: tilesIn(run) }));
  for (const [index, { run, tiles }] of runs.entries()) {
    if (!tiles || isPartOfColumns(tiles, index, runs)) plain.push(...run);
    else {
      close();
      groups.push(...tilesOf(run));
    }
  }
  close();
  return groups;
}

const mostRows = 12;

/** Returns true for a long run, and for one of several that have the same gap between them: they are pieces of columns. */
function isPartOfColumns({ gutter }: Tiles, index: number, all: { run: Segment[] }[]): boolean {
  if (isLong(all[index]?.run ?? [])) return true;
  let count = 1;
  for (const step of [-1, 1])
    for (let at = index + step; at >= 0 && at < all.length; at += step) {
      const run = all[at]?.run ?? [];
      if (!isPartedAt(run, gutter)) break;
      if (isLong(run)) return true;
      count += 1;
    }
  return count >= 3;
}

function isLong(run: Segment[]): boolean {
  return run.every(({ table }) => !table) && rowsOf(run).length > mostRows;
}

function isPartedAt(run: Segment[], gutter: number): boolean {
  const left = run.filter(({ at }) => at[0] + at[2] < gutter).length;
  const right = run.filter(({ at }) => at[0] > gutter).length;
  return left > 0 && right > 0 && left + right === run.length;
}

/** Returns the halves of two pages that are printed on one sheet, or null. */
function sheetsOf(segments: Segment[]): Segment[][] | null {
  if (segments.length < 16) return null;
  const [from, to] = [
    Math.min(...segments.map(({ at }) => at[0])),
    Math.max(...segments.map(({ at }) => at[0] + at[2])),
  ];
  const middle = (from + to) / 2;
  const left = segments.filter(({ at }) => at[0] + at[2] / 2 < middle);
  const right = segments.filter(({ at }) => at[0] + at[2] / 2 >= middle);
  if (left.length < 8 || right.length < 8) return null;
  const [a, b] = [sideOf(left, true), sideOf(right, false)];
  const end = Math.max(...left.map(({ at }) => at[0] + at[2]));
  const start = Math.min(...right.map(({ at }) => at[0]));
  if (start - end < 1.2 * Math.min(a.size, b.size) || !areSheets(a, b)) return null;
  return segments.filter(isRtl).length > segments.length / 2 ? [right, left] : [left, right];
}
