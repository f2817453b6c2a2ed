import type { Box } from "../../document-model";
import { medianOf, type PlacedWord } from "../layout/placed";
import { borderlessRegions } from "./borderless-regions";
import type { FoundTable, PageArea, Rule } from "./found-table";
import { halfRuledRegions } from "./half-ruled-regions";
import { isBorderlessTable, isHalfRuledTable, isRuledTable } from "./is-table";
import { ruledRegions } from "./ruled-regions";
import { type Structure, structureOf } from "./structure";

/** The tables of a page, ruled and borderless, from top to bottom; no word is in two of them. */
export function findTables({ words, rules, width, height }: PageArea): FoundTable[] {
  if (words.length < 4) return [];
  const found: FoundTable[] = [];
  const size = medianOf(words.map((word) => word.size));
  const free = new Set(words);
  const take = (structure: Structure, certainty: number) => {
    found.push({ ...structure.table, certainty });
    for (const { words: own } of structure.table.cells) for (const word of own) free.delete(word);
  };

  for (const { box, across, down } of ruledRegions(rules)) {
    if (box[2] * box[3] > 0.97 * width * height || Math.min(box[2], box[3]) < size) continue;
    const inside = wordsIn(free, box, 1);
    const structure = inside.length >= 4 ? structureOf(inside, rules, box) : null;
    if (structure && isRuledTable(structure, across >= 3 || down >= 3)) take(structure, 0.95);
  }
  for (const region of halfRuledRegions([...free], rules, size)) {
    const structure = structureIn(region, free, rules);
    if (structure && isHalfRuledTable(structure)) take(structure, 0.8);
  }
  for (const region of borderlessRegions([...free])) {
    const structure = structureIn(region, free, rules);
    if (structure && isBorderlessTable(structure)) take(structure, 0.6);
  }
  return found.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

function structureIn(region: PlacedWord[], free: Set<PlacedWord>, rules: Rule[]): Structure | null {
  const words = region.filter((word) => free.has(word));
  return words.length >= 4 ? structureOf(words, rules) : null;
}

/** The table that fills a region, for when it is known that there is one. */
export function tableIn({ words, rules }: PageArea, region: Box): FoundTable | null {
  return structureOf(wordsIn(words, region, 1), rules, region)?.table ?? null;
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
