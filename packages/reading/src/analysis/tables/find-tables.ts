import type { Box } from "@besunny/document-model/parsed-document";
import { columnsOf } from "../layout/columns";
import { inReadingOrder } from "../layout/in-reading-order";
import { medianOf, type Segment, shareOfLine, unionOf } from "../layout/page-geometry";
import type { PlacedWord } from "../layout/placed-word";
import { segmentsOf } from "../layout/segments";
import { borderlessRegions } from "./borderless-regions";
import { withoutDotLeaders } from "./dot-leaders";
import { extendedRegion } from "./extend-region";
import type { FoundTable, PageArea, Rule } from "./found-table";
import { halfRuledRegions } from "./half-ruled-regions";
import { headAboveBox } from "./head-above-box";
import { isBorderlessTable, isHalfRuledTable, isRuledTable } from "./is-table";
import { ruledRegions } from "./ruled-regions";
import { shareOfStruck } from "./struck-words";
import { type Structure, structureOf } from "./structure";
import { isParted, middleOf, textLinesOf } from "./text-lines";

/** Returns the tables of a page, ruled and borderless, from top to bottom. No word is in two tables. */
export function findTables(page: PageArea): FoundTable[] {
  if (page.words.length < 4) return [];
  const { words, original } = withoutDotLeaders(page.words);
  const found: FoundTable[] = [];
  const free = new Set(words);
  const take = ({ table }: Structure, certainty: number) => {
    for (const cell of table.cells) for (const word of cell.words) free.delete(word);
    found.push(restored({ ...table, certainty }, original));
  };
  takeRuled({ ...page, words }, free, take);
  takeOthers({ ...page, words }, free, take);
  return found.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

type Take = (structure: Structure, certainty: number) => void;

function takeRuled({ words, rules, width, height }: PageArea, free: Set<PlacedWord>, take: Take) {
  const size = medianOf(words.map((word) => word.size));
  for (const { box, across, down } of ruledRegions(rules)) {
    if (box[2] * box[3] > 0.97 * width * height || Math.min(box[2], box[3]) < size) continue;
    const inside = wordsIn(free, box, 1);
    if (inside.length < 4 || !fills(inside, box)) continue;
    if (shareOfStruck(inside, rules, box) > 0.05) continue;
    const structure = structureOf(inside, rules, box);
    const isInnerRuled = across >= 3 || down >= 3;
    if (!structure || !isRuledTable(structure, isInnerRuled)) continue;
    const heads = headAboveBox(box, free, rules, size);
    const headed = heads.length > 0 ? structureOf([...heads, ...inside], rules) : null;
    if (headed && isRuledTable(headed, isInnerRuled)) take(headed, 0.95);
    else
      take(
        isInnerRuled ? structure : extended(inside, structure, free, rules, isBorderlessTable),
        0.95,
      );
  }
}

function extended(
  region: PlacedWord[],
  structure: Structure,
  near: Iterable<PlacedWord>,
  rules: Rule[],
  isTable: (structure: Structure) => boolean,
): Structure {
  const whole = extendedRegion(region, structure, near);
  const larger = whole.length > region.length ? structureOf(whole, rules) : null;
  return larger && isTable(larger) ? larger : structure;
}

/** Returns true if the words fill most of the box. In drawings the words are beside the lines, or all in a legend. */
function fills(words: PlacedWord[], [, , width, height]: Box): boolean {
  const [, , w, h] = unionOf(words.map(({ at }) => at));
  return w > 0.5 * width && h > 0.4 * height;
}

function takeOthers({ words, rules }: PageArea, free: Set<PlacedWord>, take: Take) {
  const lines = textLinesOf([...free]);
  if (lines.filter((line) => isParted(line, 0.9)).length < 2) return;
  const size = medianOf(words.map((word) => word.size));
  const segments = segmentsOf(lines.flatMap((line) => line.words));
  const halfRuled = halfRuledRegions([...free], rules, size);
  const zones = halfRuled.length > 0 ? columnsOf(segments).map(wordsOf) : [];
  for (const region of halfRuled) {
    const structure = structureIn(region, free, rules);
    if (!structure || !isHalfRuledTable(structure) || goesOnBeside(region, zones)) continue;
    const zone = zones.find((each) => region[0] && each.includes(region[0])) ?? [];
    const whole = extendedRegion(
      region,
      structure,
      zone.filter((word) => free.has(word)),
    );
    const larger = whole.length > region.length ? structureIn(whole, free, rules) : null;
    take(larger && isHalfRuledTable(larger) ? larger : structure, 0.8);
  }
  // Lines side by side, in columns or blocks of the page, do not count as rows.
  for (const zone of inReadingOrder(segments).map(wordsOf))
    for (const region of borderlessRegions(zone.filter((word) => free.has(word)))) {
      const structure = structureIn(region, free, rules);
      if (structure && isBorderlessTable(structure)) take(structure, 0.6);
    }
}

function wordsOf(segments: Segment[]): PlacedWord[] {
  return segments.flatMap(({ words }) => words);
}

/** Returns true if text continues beside the region. Lines under only some columns of a table are not its edge. */
function goesOnBeside(region: PlacedWord[], zones: PlacedWord[][]): boolean {
  const own = new Set(region);
  const [left, top, width, height] = unionOf(region.map(({ at }) => at));
  const beside = zones
    .filter((zone) => zone.some((word) => own.has(word)))
    .flatMap((zone) =>
      zone.filter((word) => {
        const middle = middleOf(word.at);
        if (own.has(word) || middle < top || middle > top + height) return false;
        const gap = Math.max(left - word.at[0] - word.at[2], word.at[0] - left - width);
        return gap < 30 * word.size;
      }),
    );
  const rows = textLinesOf(region);
  const shared = rows.filter(({ box }) => beside.some(({ at }) => shareOfLine(box, at) > 0.6));
  return shared.length > 0.4 * rows.length;
}

function restored(table: FoundTable, original: (word: PlacedWord) => PlacedWord): FoundTable {
  return {
    ...table,
    cells: table.cells.map((cell) => ({ ...cell, words: cell.words.map(original) })),
  };
}

function structureIn(region: PlacedWord[], free: Set<PlacedWord>, rules: Rule[]): Structure | null {
  const words = region.filter((word) => free.has(word));
  return words.length >= 4 ? structureOf(words, rules) : null;
}

/** Returns the table that fills a region that is known to hold a table, or null if the region has no words. */
export function tableIn(page: PageArea, region: Box): FoundTable | null {
  const { words, original } = withoutDotLeaders(page.words);
  const structure = structureOf(wordsIn(words, region, 1), page.rules, region);
  return structure ? restored(structure.table, original) : null;
}

function wordsIn(words: Iterable<PlacedWord>, [left, top, width, height]: Box, margin: number) {
  const inside: PlacedWord[] = [];
  for (const word of words) {
    const [x, y, w, h] = word.at;
    const [cx, cy] = [x + w / 2, y + h / 2];
    if (cx < left - margin || cx > left + width + margin) continue;
    if (cy >= top - margin && cy <= top + height + margin) inside.push(word);
  }
  return inside;
}
