import Papa from "papaparse";
import { rangeAddress } from "../../a1";
import type { DocumentModel } from "../../document-model";
import { createModelBuilder } from "../../model-builder";
import { decodeText } from "../decode-text";
import type { Source } from "../read-file";
import { tooLarge } from "../refusals";

/** Separated values as one sheet with one table; the separator is found by itself. */
export async function readCsv(source: Source): Promise<DocumentModel> {
  const text = decodeText(source.bytes)
    .replace(/^\ufeff/, "")
    .replace(/^sep=.\r?\n/i, "");
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false });
  while (data.at(-1)?.every((value) => value.trim() === "")) data.pop();
  const width = Math.max(1, ...data.map((row) => row.length));
  const cells = data.flatMap((values, row) =>
    values.map((value, column) => ({
      text: value,
      row,
      column,
      ...(row === 0 && { isHeader: true }),
    })),
  );
  if (cells.length > source.limits.cells) throw tooLarge("The table has too many cells.");

  const builder = createModelBuilder(source);
  builder.startPage({ kind: "sheet", label: "Sheet1" });
  const range = rangeAddress(
    { row: 0, column: 0 },
    { row: Math.max(0, data.length - 1), column: width - 1 },
  );
  builder.addTable({ cells, range });
  return builder.build();
}
