import { type Region, type Segment, segmentOf, shareOfLine } from "./page-geometry";
import type { PlacedWord } from "./placed-word";
import { isRtl, segmentsOf } from "./segments";

/** Sorts the segments of one column into lines and tables. */
export function regionsOf(segments: Segment[]): Region[] {
  const regions: Region[] = [];
  for (const row of rowsOf(segments)) {
    const table = row[0]?.table;
    if (table) {
      regions.push({ table });
      continue;
    }
    const line = row.length === 1 && row[0] ? row[0] : segmentOf(row.flatMap(({ words }) => words));
    const last = regions.at(-1);
    if (last && "lines" in last) last.lines.push(line);
    else regions.push({ lines: [line] });
  }
  return regions;
}

/** Returns the lines that the words of a cell or caption form, from top to bottom. */
export function linesOf(words: PlacedWord[]): Segment[] {
  return rowsOf(segmentsOf(words)).map((row) => segmentOf(row.flatMap((segment) => segment.words)));
}

/** Groups segments that are beside each other into rows in reading order. A table is a row of its own. */
export function rowsOf(segments: Segment[]): Segment[][] {
  const sorted = [...segments].sort((a, b) => a.at[1] + a.at[3] / 2 - (b.at[1] + b.at[3] / 2));
  const rows: { segments: Segment[]; tallest: Segment }[] = [];
  for (const segment of sorted) {
    const row = rows.at(-1);
    if (row && !segment.table && !row.tallest.table && isBeside(row.tallest, segment)) {
      row.segments.push(segment);
      if (segment.at[3] > row.tallest.at[3]) row.tallest = segment;
    } else rows.push({ segments: [segment], tallest: segment });
  }
  return rows.map((row) => {
    const direction = row.segments.filter(isRtl).length > row.segments.length / 2 ? -1 : 1;
    return row.segments.sort((a, b) => direction * (a.at[0] - b.at[0]));
  });
}

function isBeside(tallest: Segment, segment: Segment): boolean {
  return shareOfLine(tallest.at, segment.at) > 0.55;
}
