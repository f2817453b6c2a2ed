import type { Box } from "../../document-model";
import type { FoundTable, PageArea } from "./found-table";

/** The tables of a page, ruled and borderless, from top to bottom; no word is in two of them. */
export function findTables(_page: PageArea): FoundTable[] {
  return [];
}

/** The table that fills a region, for when it is known that there is one. */
export function tableIn(_page: PageArea, _region: Box): FoundTable | null {
  return null;
}
