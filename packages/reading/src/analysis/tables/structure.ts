import type { Box } from "@besunny/document-model/parsed-document";
import { medianOf, unionOf } from "../layout/page-geometry";
import type { PlacedWord } from "../layout/placed-word";
import type { FoundTable, Rule } from "./found-table";
import { spreadHeads } from "./spread-heads";
import { asFoundCells, cellsOfTable } from "./table-cells";
import { type Column, columnsOfTable } from "./table-columns";
import { headsOf } from "./table-heads";
import { piecesOf } from "./table-pieces";
import { headLinesOf, rowsOfTable, type TableRow } from "./table-rows";
import { textLinesOf } from "./text-lines";

export type Structure = { columns: Column[]; rows: TableRow[]; table: FoundTable };

/**
 * Returns the rows, columns and cells of words that are known to be a table, or null without words. `rules` holds the rules of the page.
 */
export function structureOf(words: PlacedWord[], rules: Rule[], region?: Box): Structure | null {
  if (words.length === 0) return null;
  const lines = textLinesOf(words);
  const size = medianOf(words.map((word) => word.size));
  const box = unionOf(words.map(({ at }) => at));
  const [left, right] = [box[0], box[0] + box[2]];
  const near = rules.filter((rule) => touches(rule, region ?? box, size));
  const down = near.filter(([, , width, height]) => height > width && height > 0.6 * size);
  const across = near.filter(([, , width, height]) => width >= height);
  const columns = columnsOfTable({ lines, down, left, right, size });
  const taken = lines.map((line) => piecesOf(line, columns, down));
  const pieced = spreadHeads(taken, Math.min(8, headLinesOf(taken)), columns, down);
  const found = rowsOfTable(pieced, columns, across);
  const heads = headsOf(found, columns);
  const rows = spreadHeads(found, heads, columns, down);
  const slots = cellsOfTable(rows, columns, down);
  const cells = asFoundCells(slots, rows, columns, heads);
  const isRuled = down.length > 0 && across.length > 0;
  return { columns, rows, table: { box, cells, certainty: 1, isRuled } };
}

function touches([x, y, width, height]: Rule, [left, top, w, h]: Box, size: number): boolean {
  return (
    x < left + w + size && x + width > left - size && y < top + h + size && y + height > top - size
  );
}
