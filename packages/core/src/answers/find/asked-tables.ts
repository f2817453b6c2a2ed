import type { Block, ParsedDocument, Span } from "@besunny/document-model/parsed-document";
import { plain } from "../compose/format";

/** A table as questions are asked of it. `spanOf` returns the place of a cell's row in the document's text. */
export type AskedTable = {
  title: string;
  columns: string[];
  rows: string[][];
  spanOf: (row: number, column: number | null) => Span;
};

/** The most letters of a label. */
const LABEL = 60;
const MOST_CONTEXT = 300;

type Line = { cells: { text: string; span: Span }[] };

/**
 * Returns the tables of a document. One of labels and values, and lines of a form, are a table with one row. The title of each has the words above it
 * and those of the labels and values of the document.
 */
export function askedTables(title: string, { blocks, text }: ParsedDocument): AskedTable[] {
  const found = blocks.flatMap((block, at) => {
    const lines = block.cells ? linesOfCells(block) : linesOfText(block, text);
    const heading = headingAbove(blocks, at, text);
    return lines.length > 0 ? [{ heading, lines, isTable: block.cells !== undefined }] : [];
  });
  const records = found.filter(({ lines }) => isRecord(lines));
  const context = records
    .flatMap(({ lines }) => lines.flatMap(({ cells }) => cells.map((cell) => cell.text)))
    .join(" ")
    .slice(0, MOST_CONTEXT);
  return found.flatMap(({ heading, lines, isTable }) => {
    const about = `${title} ${heading}`;
    if (isRecord(lines)) return [recordOf(about, lines)];
    return isTable && lines.length > 2 ? [gridOf(`${about} ${context}`, lines)] : [];
  });
}

function headingAbove(blocks: readonly Block[], at: number, text: string): string {
  const heading = blocks
    .slice(0, at)
    .findLast(({ kind }) => kind === "heading" || kind === "title");
  return heading ? text.slice(...heading.span) : "";
}

function linesOfCells({ cells = [] }: Block): Line[] {
  const rows = Map.groupBy(cells, ({ row }) => row);
  const width = Math.max(0, ...cells.map(({ column }) => column + 1));
  return [...rows.keys()]
    .sort((a, b) => a - b)
    .map((row) => {
      const own = rows.get(row) ?? [];
      const start = Math.min(...own.map(({ span }) => span[0]));
      return {
        cells: Array.from({ length: width }, (_, column) => {
          const cell = own.find((each) => each.column === column);
          return { text: plain(cell?.text ?? ""), span: cell?.span ?? [start, start] };
        }),
      };
    });
}

/** The lines of a form: a label and its value each, with a tab between them. */
function linesOfText({ span: [from, to] }: Block, text: string): Line[] {
  return [...text.slice(from, to).matchAll(/^([^\t\n]{1,60})\t([^\t\n]+)$/gm)].map(
    ({ index, 1: label = "", 2: value = "" }) => {
      const start = from + index;
      const middle = start + label.length;
      return {
        cells: [
          { text: plain(label), span: [start, middle] },
          { text: plain(value), span: [middle + 1, middle + 1 + value.length] },
        ],
      };
    },
  );
}

/** Two columns, the first of labels that differ. */
function isRecord(lines: readonly Line[]): boolean {
  const filled = lines.filter(({ cells }) => cells.some(({ text }) => text !== ""));
  const isPair = filled.every(({ cells }) => cells.slice(2).every(({ text }) => text === ""));
  const labels = filled.map(({ cells }) => cells[0]?.text ?? "");
  return (
    filled.length > 1 &&
    isPair &&
    !isHeaded(filled) &&
    labels.every((label) => /\p{L}/u.test(label) && label.length <= LABEL) &&
    new Set(labels).size === labels.length
  );
}

/** Figures below a word are a column with its head. */
function isHeaded([first, ...others]: readonly Line[]): boolean {
  const hasFigures = (line: Line | undefined) => /\d/.test(line?.cells[1]?.text ?? "");
  return others.length > 1 && !hasFigures(first) && others.every(hasFigures);
}

function recordOf(title: string, lines: readonly Line[]): AskedTable {
  const own = lines.filter(({ cells }) => (cells[1]?.text ?? "") !== "");
  return {
    title,
    columns: own.map(({ cells }) => cells[0]?.text ?? ""),
    rows: [own.map(({ cells }) => cells[1]?.text ?? "")],
    spanOf: (_, column) => spanOfLine(own[column ?? 0]),
  };
}

function gridOf(title: string, lines: readonly Line[]): AskedTable {
  const [head, ...others] = lines;
  const rows = others.filter(({ cells }) => !isTotal(cells.map(({ text }) => text)));
  return {
    title,
    columns: head?.cells.map(({ text }) => text) ?? [],
    rows: rows.map(({ cells }) => cells.map(({ text }) => text)),
    spanOf: (row) => spanOfLine(rows[row]),
  };
}

/** A row of sums is none of the rows that are added. */
function isTotal(cells: readonly string[]): boolean {
  return /^(?:(?:sub|grand )?total|sum|summe|gesamt|insgesamt|zwischensumme|suma)\b/i.test(
    cells.find((text) => text !== "") ?? "",
  );
}

function spanOfLine(line: Line | undefined): Span {
  const spans = (line?.cells ?? []).map(({ span }) => span).filter(([from, to]) => to > from);
  return [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))];
}
