import type { FoundTable } from "../tables/found-table";
import { type PlacedWord, type Region, type Segment, segmentOf, shareOfLine } from "./placed";
import { isRtl, segmentsOf } from "./segments";

/** Sorts the segments of one column into lines and, where several lines keep the same columns, tables. */
export function regionsOf(segments: Segment[]): Region[] {
  const rows = rowsOf(segments);
  const regions: Region[] = [];
  let index = 0;
  while (index < rows.length) {
    const table = tableIn(rows[index]);
    if (table) {
      regions.push({ table });
      index += 1;
      continue;
    }
    const end = endOfTable(rows, index);
    if (end > index) {
      const aligned = inColumns(rows.slice(index, end));
      if (isRunningText(aligned))
        for (const lines of columnsAsLines(aligned)) regions.push({ lines });
      else regions.push({ rows: aligned });
      index = end;
      continue;
    }
    const line = segmentOf((rows[index] ?? []).flatMap(({ words }) => words));
    const last = regions.at(-1);
    if (last && "lines" in last) last.lines.push(line);
    else regions.push({ lines: [line] });
    index += 1;
  }
  return regions;
}

/** Columns of a newspaper, not of a table: each is full of lines as wide as itself. */
function isRunningText(table: Segment[][]): boolean {
  const columns = columnsAsLines(table);
  return (
    columns.length <= 3 &&
    columns.every((lines) => {
      const width = Math.max(...lines.map(({ at }) => at[2]));
      const full = lines.filter(({ at, size }) => at[2] > 0.75 * width && at[2] > 12 * size);
      return lines.length >= 4 && full.length > 0.6 * lines.length;
    })
  );
}

function columnsAsLines(table: Segment[][]): Segment[][] {
  return (table[0] ?? []).map((_, column) =>
    table.flatMap((row) => {
      const cell = row[column];
      return cell && cell.words.length > 0 ? [cell] : [];
    }),
  );
}

function tableIn(row: Segment[] | undefined): FoundTable | undefined {
  return row?.[0]?.table;
}

/** The lines that the words of a cell or of a caption form, from top to bottom. */
export function linesOf(words: PlacedWord[]): Segment[] {
  return rowsOf(segmentsOf(words)).map((row) => segmentOf(row.flatMap((segment) => segment.words)));
}

function rowsOf(segments: Segment[]): Segment[][] {
  const sorted = [...segments].sort((a, b) => a.at[1] + a.at[3] / 2 - (b.at[1] + b.at[3] / 2));
  const rows: Segment[][] = [];
  for (const segment of sorted) {
    const row = rows.at(-1);
    const tallest = row?.reduce((a, b) => (a.at[3] >= b.at[3] ? a : b));
    if (
      row &&
      tallest &&
      !segment.table &&
      !tallest.table &&
      shareOfLine(tallest.at, segment.at) > 0.55
    )
      row.push(segment);
    else rows.push([segment]);
  }
  for (const row of rows) {
    const direction = row.filter(isRtl).length > row.length / 2 ? -1 : 1;
    row.sort((a, b) => direction * (a.at[0] - b.at[0]));
  }
  return rows;
}

const marker =
  /^([•●▪■◦○‣⁃–—*·o-]|\(?[0-9]{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivxlcIVXLC]{1,5}[.)]|[0-9]+(\.[0-9]+)+\.?)$/;

function isMarked([first, ...others]: Segment[]): boolean {
  const text = first?.words.map((word) => word.text).join(" ") ?? "";
  return others.length === 1 && marker.test(text);
}

/** The row after the last of a table that begins at `start`; `start` itself where none begins. */
function endOfTable(rows: Segment[][], start: number): number {
  let full = 0;
  let end = start;
  for (let index = start; index < rows.length; index++) {
    const row = rows[index] ?? [];
    if (tableIn(row)) break;
    if (index > start && isFar(rows[index - 1] ?? [], row)) break;
    if (row.length >= 2 && !isMarked(row)) {
      full += 1;
      end = index + 1;
    } else if (index === start || row.length > 2 || isMarked(row) || !fitsColumn(row, rows, index))
      break;
  }
  const candidate = rows.slice(start, end);
  if (full < 2 || (full < 3 && Math.max(...candidate.map((row) => row.length)) < 3)) return start;
  const columns = columnBounds(candidate);
  const filled = candidate.filter((row) => row.length >= 2).length;
  if (columns.length < 2 || filled < candidate.length * 0.5) return start;
  return end;
}

function isFar(above: Segment[], below: Segment[]): boolean {
  const [a, b] = [above[0], below[0]];
  return !a || !b || b.at[1] - (a.at[1] + a.at[3]) > 2.5 * Math.max(a.size, b.size, a.at[3]);
}

/** A lone segment goes on with a cell above it when it stands under that cell. */
function fitsColumn([only]: Segment[], rows: Segment[][], index: number): boolean {
  const above = rows.slice(Math.max(0, index - 3), index).findLast((row) => row.length >= 2);
  const below = rows[index + 1];
  if (!only || !above || !below || below.length < 2) return false;
  return above.some(
    ({ at }) =>
      Math.min(at[0] + at[2], only.at[0] + only.at[2]) - Math.max(at[0], only.at[0]) >
      0.5 * Math.min(at[2], only.at[2]),
  );
}

function columnBounds(rows: Segment[][]): [number, number][] {
  const spans = rows
    .filter((row) => row.length >= 2)
    .flat()
    .map(({ at }): [number, number] => [at[0], at[0] + at[2]])
    .sort((a, b) => a[0] - b[0]);
  const bounds: [number, number][] = [];
  for (const [from, to] of spans) {
    const last = bounds.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else bounds.push([from, to]);
  }
  return bounds;
}

/** One segment a column; a row may have fewer, and then `words` is empty there. */
function inColumns(rows: Segment[][]): Segment[][] {
  const bounds = columnBounds(rows);
  return rows.map((row) =>
    bounds.map(([from, to]) => {
      const inside = row.filter(
        ({ at }) =>
          Math.min(at[0] + at[2], to) - Math.max(at[0], from) > 0.5 * Math.min(at[2], to - from),
      );
      const own = inside.filter((segment) => firstHome(segment, bounds) === from);
      return segmentOf(own.flatMap(({ words }) => words));
    }),
  );
}

function firstHome({ at }: Segment, bounds: [number, number][]): number | undefined {
  const overlap = ([from, to]: [number, number]) =>
    Math.min(at[0] + at[2], to) - Math.max(at[0], from);
  return bounds.reduce(
    (best, each) => (overlap(each) > overlap(best) ? each : best),
    bounds[0] ?? [0, 0],
  )[0];
}
