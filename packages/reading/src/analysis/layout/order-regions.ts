import type { Box } from "@besunny/document-model/parsed-document";
import { findTables } from "../tables/find-tables";
import type { FoundCell, FoundTable, Rule } from "../tables/found-table";
import { withSlantedHeads } from "../tables/slanted-heads";
import { inReadingOrder, sheetsOf } from "./in-reading-order";
import { obliqueLines } from "./oblique-lines";
import { frameOf, type Region, type Segment } from "./page-geometry";
import { isRtlWord, type PlacedWord } from "./placed-word";
import { regionsOf, rowsOf } from "./rows";
import { segmentsOf } from "./segments";
import { straightened } from "./straighten";
import { runsOf, tilesIn } from "./tiles";

/** The size of the page as shown, and the lines drawn on the page. */
export type Sheet = { width: number; height: number; rules: Rule[] };

export type OrderedRegions = { regions: Region[]; words: PlacedWord[] };

/** Returns the regions in reading order. The text direction with the most words comes first. */
export function orderRegions(byDirection: PlacedWord[][], sheet: Sheet): OrderedRegions {
  const groups = byDirection
    .map((words, direction) => ({
      words: direction > 3 ? words : straightened(words),
      direction,
    }))
    .filter(({ words }) => words.length > 0)
    .sort(
      (a, b) =>
        Number(a.direction > 3) - Number(b.direction > 3) || b.words.length - a.words.length,
    );
  const [main] = groups;
  const turned = groups
    .slice(1)
    .flatMap(({ words, direction }) => (direction > 3 ? obliqueLines(words) : segmentsOf(words)));
  const heads = new Set<PlacedWord>();
  const regions = groups.flatMap(({ words, direction }): Region[] => {
    const own = words.filter((word) => !heads.has(word));
    if (direction > 3) return own.length > 0 ? [{ lines: obliqueLines(own) }] : [];
    const { tables, rest } = tablesOf(own, direction, sheet);
    const isUpright = direction === 0 && words === main?.words;
    const headed = isUpright ? tables.map((table) => headedBy(table, turned, heads)) : tables;
    const { width, height } =
      direction % 2 === 0 ? sheet : { width: sheet.height, height: sheet.width };
    const segments = [...segmentsOf(rest), ...headed];
    return (width > height ? sheetsOf(segments) : [segments])
      .flatMap((page) => bandsOf(page, height))
      .flatMap(inReadingOrder)
      .flatMap(regionsOf);
  });
  return { regions, words: groups.flatMap(({ words }) => words) };
}

/** Adds the turned lines above a table to it, and their words to `taken`. */
function headedBy(segment: Segment, turned: Segment[], taken: Set<PlacedWord>): Segment {
  if (!segment.table || turned.length < 2) return segment;
  const { table, heads } = withSlantedHeads(segment.table, turned);
  for (const { words } of heads) for (const word of words) taken.add(word);
  return tableSegment(table);
}

/** Finds tables in the frame in which the text reads from left to right. Each table becomes one segment. */
function tablesOf(
  words: PlacedWord[],
  direction: number,
  sheet: Sheet,
): { tables: Segment[]; rest: PlacedWord[] } {
  const size = direction % 2 === 0 ? sheet : { width: sheet.height, height: sheet.width };
  const turn = (box: Box): Box => frameOf(box, direction, sheet);
  const originals = new Map<PlacedWord, PlacedWord>();
  for (const word of words) originals.set(direction === 0 ? word : { ...word, box: word.at }, word);
  const found = findTables({
    words: [...originals.keys()],
    rules: direction === 0 ? sheet.rules : sheet.rules.map(turn),
    width: size.width,
    height: size.height,
  });
  const taken = new Set<PlacedWord>();
  const places = new Map(words.map((word, index) => [word, index]));
  const tables = found.map((table) => {
    const cells = table.cells.map((cell) => {
      const own = cell.words.map((word) => originals.get(word) ?? word);
      for (const word of own) taken.add(word);
      // Words of a right-to-left script keep their order from the file.
      return { ...cell, words: own.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)) };
    });
    return tableSegment({ ...table, cells: fromTheRight(cells) });
  });
  return { tables, rest: taken.size > 0 ? words.filter((word) => !taken.has(word)) : words };
}

const edge = 0.1;

/** Separates rows that are alone at the top or bottom of the page, because they are not part of the columns. */
function bandsOf(segments: Segment[], height: number): Segment[][] {
  const rows = rowsOf(segments);
  let [from, to] = [0, rows.length];
  for (let index = 0; index < Math.min(3, rows.length - 1); index++)
    if (
      bottomOf(rows[index]) < height * edge &&
      isParted(rows[index], rows[index + 1]) &&
      !isAboveTiles(rows[index], segments)
    )
      from = index + 1;
  for (let index = rows.length - 1; index > Math.max(from, rows.length - 4); index--)
    if (topOf(rows[index]) > height * (1 - edge) && isParted(rows[index - 1], rows[index]))
      to = index;
  return [rows.slice(0, from), rows.slice(from, to), rows.slice(to)].map((band) => band.flat());
}

/** Returns true for titles that each stand above a block, which they belong to. */
function isAboveTiles(row: Segment[] = [], segments: Segment[]): boolean {
  if (row.length < 2) return false;
  const runs = runsOf(segments);
  const index = runs.findIndex((run) => row[0] && run.includes(row[0]));
  const [own = [], next = []] = runs.slice(index, index + 2);
  const tiles = tilesIn(own) ?? tilesIn(next);
  const isAbove = (part: Segment[]) => row.some(({ at }) => Math.abs(at[0] - leftOf(part)) < 2);
  return tiles?.parts.slice(0, 2).every(isAbove) ?? false;
}

function leftOf(segments: Segment[]): number {
  return Math.min(...segments.map(({ at }) => at[0]));
}

function isParted(above: Segment[] = [], below: Segment[] = []): boolean {
  return topOf(below) - bottomOf(above) > 0.8 * Math.max(1, ...above.map(({ size }) => size));
}

function topOf(row: Segment[] = []): number {
  return Math.min(...row.map(({ at }) => at[1]));
}

function bottomOf(row: Segment[] = []): number {
  return Math.max(...row.map(({ at }) => at[1] + at[3]));
}

/** Mirrors the columns of a table in a right-to-left script, because its first column is on the right. */
function fromTheRight(cells: FoundCell[]): FoundCell[] {
  const words = cells.flatMap((cell) => cell.words);
  if (words.filter(isRtlWord).length <= words.length / 2) return cells;
  const columns = Math.max(...cells.map(({ column, columnSpan }) => column + columnSpan));
  return cells.map((cell) => ({ ...cell, column: columns - cell.column - cell.columnSpan }));
}

function tableSegment(table: FoundTable): Segment {
  return { words: [], at: table.box, size: 0, isBold: false, isRtl: false, length: 0, table };
}
