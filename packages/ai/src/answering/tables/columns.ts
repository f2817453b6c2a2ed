import { dayIn, numberOf } from "./cell-values";
import type { TablesInput } from "./table-read";

/** The kind of most cells of a column. */
export type Kind = "number" | "day" | "text";

const MOST = 0.7;
/** Rows that tell what a column holds. */
const ROWS_OF_KIND = 200;
/** The columns among which one names the rows. */
const FIRST = 5;

/** Returns what most cells of a column hold. */
export function kindOf(rows: readonly (readonly string[])[], at: number): Kind {
  const filled = rows
    .slice(0, ROWS_OF_KIND)
    .map((row) => row[at]?.trim() ?? "")
    .filter((cell) => cell !== "");
  const share = (is: (cell: string) => boolean) =>
    filled.filter(is).length / Math.max(1, filled.length);
  if (share((cell) => cell.length < 40 && dayIn(cell)?.day != null) > MOST) return "day";
  return share((cell) => numberOf(cell) !== null) > MOST ? "number" : "text";
}

/** Returns the column that names the rows: of the first ones with text, the one with the most different names. */
export function nameColumn({ columns, rows }: TablesInput["tables"][number]): number {
  const rated = columns.slice(0, FIRST).map((_, at) => {
    if (kindOf(rows, at) !== "text") return { at, score: -1 };
    const cells = rows.map((row) => row[at]?.trim() ?? "");
    const share = (count: number) => count / Math.max(1, cells.length);
    const named = share(cells.filter((cell) => /\p{L}{3}.*\s/u.test(cell)).length);
    return { at, score: share(new Set(cells).size) + named - 0.05 * at };
  });
  return rated.reduce((best, each) => (each.score > best.score ? each : best), {
    at: 0,
    score: -1,
  }).at;
}
