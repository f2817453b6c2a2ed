import { stringify } from "csv-stringify/sync";
import { z } from "zod";

import { notFound } from "../errors";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { readModel } from "./contract/parsed-document-file";
import { tablesOf } from "./contract/tables";
import { findOriginal } from "./find-original";
import { findParsedKey } from "./find-parsed-key";

/** Returns all rows of a table as CSV (RFC 4180, UTF-8), or with tabs for the clipboard. A text that a spreadsheet would take for a formula stays a text. */
export const getTable = flow("content.get-table", {
  title: "Download a table of a document",
  permission: "document.read",
  input: z.object({
    id: documentId,
    table: z.string().max(80),
    format: z.enum(["csv", "tsv"]).default("csv"),
  }),
  output: z.object({ fileName: z.string(), csv: z.string() }),
  doors: ["web", "rest"],
  opens: ({ id }) => id,
  uses: ["files"],

  async handle({ caller, files }, { id, table, format }) {
    const { title } = await findOriginal(caller, { id });
    const model = await readModel(files, await findParsedKey(caller, { id }));
    const tables = tablesOf(model);
    const place = tables.findIndex((each) => each.id === table);
    const { rows } = tables[place] ?? notFound("Table", table);
    const lines = rows.map((row) =>
      row.map((cell) => (cell?.number === undefined ? harmless(cell?.text ?? "") : cell.text)),
    );
    return {
      fileName: `${title}, table ${place + 1}.csv`,
      csv: stringify(lines, {
        record_delimiter: "windows",
        ...(format === "csv" ? { bom: true } : { delimiter: "\t" }),
      }),
    };
  },
});

function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
