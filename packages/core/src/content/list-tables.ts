import { z } from "zod";

import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { count } from "../shapes";
import { readModel } from "./contract/parsed-document-file";
import { tablesOf } from "./contract/tables";
import { findParsedKey } from "./find-parsed-key";

const mostTables = 200;
const mostRows = 60;
const mostColumns = 40;

const Cell = z.object({ text: z.string(), isNumber: z.boolean(), isHeader: z.boolean() });

/** The tables of a document, each with its first rows. */
export const Tables = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      page: count,
      /** The name of the sheet, if it is on one. */
      label: z.string().nullable(),
      rowCount: count,
      columnCount: count,
      rows: z.array(z.array(Cell)),
    }),
  ),
  total: count,
});

/** Lists the tables of a document with their first rows. `get-table` returns all rows of one. */
export const listTables = flow("content.list-tables", {
  title: "List the tables of a document",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: Tables,
  doors: ["web"],
  opens: ({ id }) => id,
  uses: ["files"],

  async handle({ caller, files }, { id }) {
    const model = await readModel(files, await findParsedKey(caller, { id }));
    const tables = tablesOf(model);
    return {
      items: tables.slice(0, mostTables).map(({ id: table, page, rows }) => ({
        id: table,
        page,
        label: model.pages[page - 1]?.label ?? null,
        rowCount: rows.length,
        columnCount: Math.max(0, ...rows.map((row) => row.length)),
        rows: rows.slice(0, mostRows).map((row) =>
          row.slice(0, mostColumns).map((cell) => ({
            text: cell?.text ?? "",
            isNumber: cell?.number !== undefined,
            isHeader: cell?.isHeader ?? false,
          })),
        ),
      })),
      total: tables.length,
    };
  },
});
