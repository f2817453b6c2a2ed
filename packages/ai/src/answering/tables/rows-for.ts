import { fold } from "../languages/gloss";
import { type AskedOfTable, type AskedTerm, holds } from "./asked-of-table";
import { dayIn, isWithin } from "./cell-values";
import { kindOf, nameColumn } from "./columns";
import { isLight } from "./how-asked";
import type { TablesInput } from "./table-read";

/** Words in more than this share of the rows tell none apart. */
const MOST_ROWS = 0.8;
const OF_NAMED = 0.1;

type Table = TablesInput["tables"][number];

/** The rows that a question is about. */
export type FoundRows = {
  rows: number[];
  /** The column that names the rows. */
  name: number;
  /** The columns in which words of the question tell the rows apart. */
  filters: ReadonlySet<number>;
  /** The words of the question that the rows, the heads or the title hold. */
  explained: ReadonlySet<AskedTerm>;
  /** More certainty where a word is in the name of a row, or is the whole of a cell. */
  bonus: number;
};

/** Returns the rows with the words of a question, of the day that it names. Null if the table has none of that day, or no row has all words. */
export function rowsFor(asked: AskedOfTable, table: Table): FoundRows | null {
  const { title, columns, rows } = table;
  if (rows.length === 0 || columns.length < 2) return null;
  let left = ofDay(asked, table);
  if (left.length === 0) return null;
  const cells = rows.map((row) => row.map(fold));
  const above = fold([title, ...columns].join(" \n ").replaceAll(/[_.-]/g, " "));
  const name = nameColumn(table);
  const explained = new Set<AskedTerm>();
  const filters = new Set<number>();
  let bonus = 0;
  const isOfOne = asked.how === "cell" || asked.how === "amount";
  const placed = asked.terms
    .map((term) => ({ term, held: rowsWith(term, cells, name) }))
    .sort((a, b) => a.held.length - b.held.length);
  for (const { term, held } of placed) {
    const isAbove = holds(above, term);
    const isEverywhere =
      held.length > 0 && rows.length > 1 && held.length > MOST_ROWS * rows.length;
    if (isAbove || isEverywhere) explained.add(term);
    if (isEverywhere || held.length === 0 || isLight(term.text)) continue;
    // A word of the title or of a heading may stand in some cells by chance.
    if (isAbove) continue;
    const both = left.filter((row) => held.includes(row));
    // The words are in rows apart: it is not clear which is asked for.
    if (both.length === 0) return null;
    left = both;
    explained.add(term);
    for (const row of both)
      for (const [at, cell] of (cells[row] ?? []).entries())
        if (holds(cell, term)) {
          filters.add(at);
          const isWhole = cell.trim() === fold(term.text);
          if (isWhole || (at === name && isOfOne)) bonus = OF_NAMED;
        }
  }
  return { rows: left, name, filters, explained, bonus };
}

/** The rows that hold a word; where it names rows, those alone. */
function rowsWith(term: AskedTerm, cells: readonly string[][], name: number): number[] {
  const all = cells.flatMap((row, at) => (row.some((cell) => holds(cell, term)) ? [at] : []));
  const named = all.filter((row) => holds(cells[row]?.[name] ?? "", term));
  return named.length > 0 ? named : all;
}

/** A table without days is of the month that its title names. */
function ofDay({ day }: AskedOfTable, { title, columns, rows }: Table): number[] {
  const all = rows.map((_, at) => at);
  if (!day) return all;
  const column = columns.findIndex((_, at) => kindOf(rows, at) === "day");
  if (column < 0) return fold([title, ...columns].join(" ")).includes(day.said.trim()) ? all : [];
  return all.filter((row) => {
    const own = dayIn(rows[row]?.[column] ?? "");
    return own !== null && isWithin(own, day);
  });
}
