import type { FoundCell, FoundTable } from "./found-table";
import { textOf } from "./text-lines";

/**
 * Returns the table at the top of a page as the rest of the table at the bottom of the previous page. Its columns have the numbers of the
 * table above, and heads are marked only if they repeat. Returns null if the table is a table of its own. The caller checks that only
 * running headers and footers separate the two tables.
 */
export function continuationOf(above: FoundTable, below: FoundTable): FoundTable | null {
  const columns = sameColumns(extentsOf(above), extentsOf(below));
  if (!columns) return null;
  const heads = headTexts(below.cells);
  const isRepeated =
    heads.length > 0 && heads.every((text) => headTexts(above.cells).includes(text));
  if (!isRepeated && hasHeadsOfItsOwn(below)) return null;
  const cells = below.cells.map((cell): FoundCell => {
    const column = columns[cell.column] ?? cell.column;
    const last = columns[cell.column + cell.columnSpan - 1] ?? column;
    return {
      ...cell,
      column,
      columnSpan: Math.max(1, last - column + 1),
      isHeader: isRepeated && cell.isHeader,
    };
  });
  return { ...below, cells };
}

type Extent = { from: number; to: number };

function extentsOf({ cells }: FoundTable): (Extent | null)[] {
  const count = Math.max(0, ...cells.map(({ column, columnSpan }) => column + columnSpan));
  return Array.from({ length: count }, (_, column) => {
    const own = cells.filter(
      (cell) => cell.column === column && cell.columnSpan === 1 && cell.words.length > 0,
    );
    if (own.length === 0) return null;
    return {
      from: Math.min(...own.map(({ box: [x] }) => x)),
      to: Math.max(...own.map(({ box: [x, , width] }) => x + width)),
    };
  });
}

/** Returns for each column below the column above it, from left to right, or null if some have no such column. */
function sameColumns(above: (Extent | null)[], below: (Extent | null)[]): number[] | null {
  const found: number[] = [];
  for (const extent of below) {
    const least = (found.at(-1) ?? -1) + 1;
    const place = extent
      ? above.findIndex((other, index) => index >= least && other !== null && stands(other, extent))
      : least;
    if (place < 0 || place >= above.length) return null;
    found.push(place);
  }
  return found.length >= 2 && found.length >= 0.6 * above.length ? found : null;
}

function stands(a: Extent, b: Extent): boolean {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return shared > 0.4 * Math.min(a.to - a.from, b.to - b.from);
}

function headTexts(cells: FoundCell[]): string[] {
  return cells
    .filter(({ isHeader, words }) => isHeader && words.length > 0)
    .map(({ words }) =>
      textOf(words)
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, " "),
    );
}

/** Returns true if the heads are bold and the body is not. A first row without values may be an ordinary row. */
function hasHeadsOfItsOwn({ cells }: FoundTable): boolean {
  const bold = (heads: boolean) => {
    const words = cells.filter(({ isHeader }) => isHeader === heads).flatMap((cell) => cell.words);
    return words.length > 0 && words.filter(({ isBold }) => isBold).length > 0.7 * words.length;
  };
  return bold(true) && !bold(false);
}
