import type { Cell, ParsedDocument } from "@besunny/document-model/parsed-document";
import { prove } from "../../understanding/contract/statements";
import type { Asked } from "../question/understand";
import { isSameWord, wordsOf } from "../question/words";
import type { Desk, Draft, Subject } from "./draft";
import { plain } from "./format";
import { phrases } from "./phrases";

const MOST_ROWS = 100;
const MOST_NAMED = 10;

type Row = { cells: readonly Cell[]; span: [number, number] };
type Table = { header: string[]; rows: Row[] };

/**
 * Answers from the rows of a table file: how many rows have the values that the question names, and which. Every word that does not name the
 * file must be a column or the value of a cell. Null if one is neither.
 */
export function composeRows(
  { question, language }: Asked,
  words: readonly string[],
  { subject, model }: { subject: Subject; model: ParsedDocument },
  desk: Desk,
): Draft | null {
  if (words.length === 0) return null;
  for (const table of tablesOf(model)) {
    const found = matching(table, words, wordsOf(question));
    if (!found) continue;
    const shown = found.slice(0, MOST_ROWS).map((row) => ({
      documentId: subject.id,
      cells: table.header.map((_, at) => ({
        text: textAt(row, at),
        citations:
          at === 0 ? prove(model, row.span).map((each) => desk.citer.cite(subject, each)) : [],
      })),
    }));
    const named = shown
      .slice(0, MOST_NAMED)
      .map(
        ({ cells: [first] }) =>
          `${first?.text ?? ""}${(first?.citations ?? []).map((n) => ` [${n}]`).join("")}`,
      );
    return {
      form: "list",
      text: phrases.rows(subject.title, found.length, named, language),
      table: {
        columns: table.header.map((name) => ({ name, isNumber: false })),
        rows: shown,
        totals: null,
      },
      rest: [],
    };
  }
  return null;
}

function tablesOf({ blocks }: ParsedDocument): Table[] {
  return blocks.flatMap(({ cells = [] }) => {
    const byRow = Map.groupBy(cells, ({ row }) => row);
    const [first, ...others] = [...byRow.keys()]
      .sort((a, b) => a - b)
      .map((row) => byRow.get(row) ?? []);
    if (!first || others.length < 2) return [];
    const header = first.toSorted((a, b) => a.column - b.column).map(({ text }) => plain(text));
    return [{ header, rows: others.map((own) => ({ cells: own, span: spanOf(own) })) }];
  });
}

function spanOf(cells: readonly Cell[]): [number, number] {
  return [
    Math.min(...cells.map(({ span }) => span[0])),
    Math.max(...cells.map(({ span }) => span[1])),
  ];
}

function textAt({ cells }: Row, column: number): string {
  return plain(cells.find((cell) => cell.column === column)?.text ?? "");
}

/** Returns the rows that hold every value; null if a word is no value and no column, or if none is a value. */
function matching(
  { header, rows }: Table,
  words: readonly string[],
  asked: readonly string[],
): Row[] | null {
  const isColumn = (word: string) =>
    header.some((name) => wordsOf(name).some((each) => isSameWord(each, word)));
  const isValue = (word: string) =>
    rows.some((row) => header.some((_, at) => holds(row, at, word)));
  const values = words.filter((word) => isValue(word) || !isColumn(word));
  if (values.length === 0) return null;
  const named = header.flatMap((name, at) =>
    wordsOf(name).some((each) => asked.some((word) => isSameWord(each, word))) ? [at] : [],
  );
  const columns = values.map((value) => columnOf(value, rows, named, header.length));
  if (columns.some((column) => column === null)) return null;
  return rows.filter((row) => values.every((value, at) => holds(row, columns[at] ?? -1, value)));
}

/** The column whose cells are the value: one that the question names, if it has the value, else the first. */
function columnOf(
  value: string,
  rows: readonly Row[],
  named: readonly number[],
  count: number,
): number | null {
  const all = [...named, ...Array.from({ length: count }, (_, at) => at)];
  return all.find((column) => rows.some((row) => holds(row, column, value))) ?? null;
}

function holds(row: Row, column: number, value: string): boolean {
  const words = wordsOf(textAt(row, column));
  return words.length === 1 && words[0] === value;
}
