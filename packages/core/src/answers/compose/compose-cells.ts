import type { TableRead } from "@besunny/ai/answering/tables/table-read";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { prove } from "../../understanding/contract/statements";
import type { AskedTable } from "../find/asked-tables";
import type { Asked } from "../question/understand";
import { type Citer, markers } from "./citer";
import type { Draft } from "./draft";
import { quote } from "./field-phrases";
import { formatDay, formatNumber, joined } from "./format";
import { phrases } from "./phrases";

const MOST_ROWS = 100;
const MOST_NAMED = 10;

type Source = { document: { id: string; title: string }; model: ParsedDocument; table: AskedTable };

/** Says what the cells of a table say, each with its row as its source. Several rows are shown as a table too. */
export function composeCells(
  { language }: Asked,
  { how, rows, column, name, beside, total }: TableRead,
  { document, model, table }: Source,
  citer: Citer,
): Draft {
  const sources = (row: number) =>
    prove(model, table.spanOf(row, column)).map((each) => citer.cite(document, each));
  const head = column === null ? "" : (table.columns[column] ?? "");
  const isRecord = table.rows.length === 1;
  const nameOf = (row: number) =>
    isRecord ? quote(document.title, language) : (table.rows[row]?.[name] ?? "");
  const cellOf = (row: number, at: number) => valueSaid(table.rows[row]?.[at] ?? "", language);
  const said = (row: number) =>
    column === null || column === name
      ? `${nameOf(row)}${markers(sources(row))}`
      : `${nameOf(row)}: ${head} ${[column ?? name, ...beside].map((at) => cellOf(row, at)).join(", ")}${markers(sources(row))}`;
  const [only] = rows;
  if (how === "cell" && only !== undefined)
    return { form: "fact", text: `${said(only)}.`, table: null, rest: [] };

  const named = rows.slice(0, MOST_NAMED).map(said);
  const shown = {
    columns: table.columns.map((each) => ({ name: each, isNumber: false })),
    rows: rows.slice(0, MOST_ROWS).map((row) => ({
      documentId: document.id,
      cells: table.columns.map((_, at) => ({
        text: table.rows[row]?.[at] ?? "",
        citations: at === 0 ? sources(row) : [],
      })),
    })),
    totals:
      total === null
        ? null
        : table.columns.map((_, at) => (at === column ? formatNumber(total, language) : null)),
  };
  const list = `${joined(named, language)}${rows.length > named.length ? ", …" : ""}`;
  const text =
    total === null
      ? column === null
        ? phrases.rows(document.title, rows.length, named, language)
        : `${list}.`
      : `${head}: ${formatNumber(total, language)} (${list}).`;
  return { form: total === null ? "list" : "sum", text, table: shown, rest: [] };
}

/** Days are written as people write them. */
function valueSaid(text: string, language: Asked["language"]): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text, language) : text;
}
