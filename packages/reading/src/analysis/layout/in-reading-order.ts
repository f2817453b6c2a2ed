import { columnsOf } from "./columns";
import type { Segment } from "./page-geometry";
import { rowsOf } from "./rows";
import { isRtl } from "./segments";
import { areSheets, sideOf } from "./side-by-side";
import { bottomOf, runsOf, type Tiles, tilesIn, tilesOf, tilesOfRun, topOf } from "./tiles";

/** Groups the segments of a page by its two sheets, its columns and its short blocks side by side, in reading order. */
export function inReadingOrder(segments: Segment[]): Segment[][] {
  const sheets = sheetsOf(segments);
  if (sheets.length > 1) return sheets.flatMap(inReadingOrder);
  const columns = columnsOf(segments);
  // A page of long columns is not cut where both happen to have a gap.
  if (columns.filter((column) => heightInRows(column) > mostRows).length >= 2)
    return columns.flatMap((column) => tilesOf(column));
  const groups: Segment[][] = [];
  let plain: Segment[] = [];
  let mayHoldTiles = false;
  const close = () => {
    const parts = columnsOf(plain);
    // One column of runs without tiles was searched already.
    if (parts.length === 1 && !mayHoldTiles) groups.push(...parts);
    else groups.push(...parts.flatMap((column) => tilesOf(column)));
    plain = [];
    mayHoldTiles = false;
  };
  const runs = runsOf(segments).map((run): Run => ({ run, tiles: tilesIn(run) }));
  for (const [index, { run, tiles }] of runs.entries()) {
    const next = runs[index + 1];
    if (next && hasTitlesOf(next, run)) continue;
    if (!tiles || isPartOfColumns(tiles, index, runs)) {
      plain.push(...run);
      mayHoldTiles ||= tiles !== null;
    } else {
      close();
      const titles = runs[index - 1]?.run ?? [];
      groups.push(
        ...(hasTitlesOf({ run, tiles }, titles) ? titled(tiles, titles) : tilesOfRun(run, tiles)),
      );
    }
  }
  close();
  return groups;
}

type Run = { run: Segment[]; tiles: Tiles | null };

/** Returns true if the lines are titles of the blocks below, one above each. */
function hasTitlesOf({ run, tiles }: Run, above: Segment[]): boolean {
  if (!tiles || tiles.parts.length < 2 || above.length > 8) return false;
  if (!isPartedAt(above, tiles.gutter) || !isPartedAt(run, tiles.gutter)) return false;
  const size = Math.max(...above.map((line) => line.size));
  const isTable = above.some(({ table }) => table);
  return !isTable && rowsOf(above).length <= 3 && topOf(run) - bottomOf(above) < 4 * size;
}

function titled({ gutter, parts }: Tiles, titles: Segment[]): Segment[][] {
  return parts.flatMap((part) => {
    const isLeft = part.every(({ at }) => at[0] < gutter);
    const own = titles.filter(({ at }) => at[0] < gutter === isLeft);
    return [own, ...tilesOf(part)];
  });
}

const mostRows = 16;

/** Returns true if much of the page is on both sides of the gap, or three runs in a row are. These are columns. */
function isPartOfColumns({ gutter }: Tiles, index: number, all: Run[]): boolean {
  const page = all.flatMap(({ run }) => run);
  const rows = heightInRows(page.filter(({ at }) => at[0] + at[2] < gutter));
  const others = heightInRows(page.filter(({ at }) => at[0] > gutter));
  if (Math.min(rows, others) > mostRows && !isTableBesideTable(all[index]?.run ?? [], gutter))
    return true;
  if (all[index]?.run.some(({ table }) => table)) return false;
  let count = 1;
  for (const step of [-1, 1])
    for (let at = index + step; isPartedAt(all[at]?.run ?? [], gutter); at += step) count += 1;
  return count >= 3;
}

/** Counts a table by its rows. */
function heightInRows(segments: Segment[]): number {
  const tables = segments.flatMap(({ table }) => table ?? []);
  const inTables = tables.flatMap(({ cells }) => Math.max(0, ...cells.map(({ row }) => row)));
  return rowsOf(segments).length + inTables.reduce((sum, count) => sum + count, 0);
}

function isTableBesideTable(run: Segment[], gutter: number): boolean {
  const tables = run.filter(({ table }) => table);
  return tables.some(({ at }) => at[0] < gutter) && tables.some(({ at }) => at[0] > gutter);
}

function isPartedAt(run: Segment[], gutter: number): boolean {
  const left = run.filter(({ at }) => at[0] + at[2] < gutter).length;
  const right = run.filter(({ at }) => at[0] > gutter).length;
  return left > 0 && right > 0 && left + right === run.length;
}

/** Returns the two pages that are printed side by side on one sheet, or all segments as one page. */
export function sheetsOf(segments: Segment[]): Segment[][] {
  if (segments.length < 16) return [segments];
  const [from, to] = [
    Math.min(...segments.map(({ at }) => at[0])),
    Math.max(...segments.map(({ at }) => at[0] + at[2])),
  ];
  const middle = (from + to) / 2;
  const left = segments.filter(({ at }) => at[0] + at[2] / 2 < middle);
  const right = segments.filter(({ at }) => at[0] + at[2] / 2 >= middle);
  if (left.length < 8 || right.length < 8) return [segments];
  const [a, b] = [sideOf(left, true), sideOf(right, false)];
  const end = Math.max(...left.map(({ at }) => at[0] + at[2]));
  const start = Math.min(...right.map(({ at }) => at[0]));
  if (start - end < 1.2 * Math.min(a.size, b.size) || !areSheets(a, b)) return [segments];
  return segments.filter(isRtl).length > segments.length / 2 ? [right, left] : [left, right];
}
