import { rangeAddress } from "@besunny/document-model/cell-address";
import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import Papa from "papaparse";
import type { ReaderInput } from "../../contract/reader-input";
import { decodeText } from "../../detect/decode-text";
import { delimiterOf, namedDelimiter } from "../../detect/delimiter";

/** Separated values as one sheet with one table; the separator is found by itself. What is too much is cut and said. */
export async function readCsv(source: ReaderInput): Promise<ParsedDocument> {
  const { delimiter: named, rest: text } = namedDelimiter(decodeText(source.bytes));
  const delimiter = named ?? delimiterOf(text);
  const builder = createDocumentBuilder(source);
  const { rows, left } = rowsOf(text, delimiter, source.limits.cells);
  if (left > 0)
    builder.warnings.push(
      `Only the first ${rows.length} rows were read; about ${left} more were left out.`,
    );
  while (rows.at(-1)?.every((value) => value.trim() === "")) rows.pop();
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const hasHeader = isHeader(rows[0] ?? []);
  const cells = rows.flatMap((values, row) =>
    values.map((value, column) => ({
      text: value,
      row,
      column,
      ...(row === 0 && hasHeader && { isHeader: true }),
    })),
  );
  builder.startPage({ kind: "sheet", label: "Sheet1" });
  const range = rangeAddress(
    { row: 0, column: 0 },
    { row: Math.max(0, rows.length - 1), column: width - 1 },
  );
  // Excel parts fields by semicolons where the comma is the decimal sign.
  builder.addTable({ cells, range, ...(delimiter === ";" && { decimalSign: "," }) });
  return builder.build();
}

function rowsOf(text: string, delimiter: string, most: number): { rows: string[][]; left: number } {
  const read = (quoteChar: string) => {
    const rows: string[][] = [];
    let count = 0;
    let end = text.length;
    let isQuoteOpen = false;
    Papa.parse<string[]>(text, {
      quoteChar,
      delimiter,
      step: ({ data, errors, meta }, parser) => {
        isQuoteOpen ||= errors.some(({ code }) => code === "MissingQuotes");
        count += data.length;
        if (count > most) {
          end = meta.cursor;
          parser.abort();
        } else rows.push(data);
      },
    });
    return { rows, end, isQuoteOpen };
  };
  const quoted = read('"');
  // A quotation mark that is never closed would swallow all the rows after it.
  const { rows, end } = quoted.isQuoteOpen ? read("\u0000") : quoted;
  const rest = text.slice(end);
  return { rows, left: rest.trim() === "" ? 0 : (rest.match(/\n/g)?.length ?? 0) + 1 };
}

function isHeader(row: string[]): boolean {
  const numbers = row.filter(
    (value) => /^[-+]?[\d.,/: %]+$/.test(value.trim()) && /\d/.test(value),
  );
  return numbers.length <= row.length / 2;
}
