import type { Cell, ParsedDocument } from "@besunny/document-model/parsed-document";
import { tableGrid } from "@besunny/document-model/table-grid";

/** A table with the rows that go on in it on later pages. */
export type WholeTable = { id: string; page: number; rows: (Cell | null)[][] };

/** Returns the tables of a document, in its order. A cell over several places is in the first of them only. */
export function tablesOf({ blocks }: Pick<ParsedDocument, "blocks">): WholeTable[] {
  const tables = new Map<string, WholeTable>();
  const firstOf = new Map<string, string>();
  for (const { id, page, cells, continues } of blocks) {
    if (!cells || cells.length === 0) continue;
    const rows = onceEach(tableGrid(cells));
    const first = continues && (firstOf.get(continues) ?? continues);
    const whole = first && tables.get(first);
    if (whole) {
      firstOf.set(id, first);
      whole.rows.push(...rows);
    } else tables.set(id, { id, page, rows });
  }
  return [...tables.values()];
}

function onceEach(grid: (Cell | null)[][]): (Cell | null)[][] {
  const seen = new Set<Cell>();
  return grid.map((row) =>
    row.map((cell) => {
      if (!cell || seen.has(cell)) return null;
      seen.add(cell);
      return cell;
    }),
  );
}
