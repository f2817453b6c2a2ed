import Papa from "papaparse";

import { invalidInput } from "../../errors";

/** The most rows of one file. */
export const MOST_ROWS = 2_000;
const documentHeadings = [
  "document",
  "id",
  "document id",
  "file",
  "file name",
  "filename",
  "title",
];
const typeHeadings = ["type", "document type"];
const projectHeadings = ["project"];

/** A row of a CSV of labels. `line` counts from 1 and includes the headings. Fields are by their heading. */
export type LabelRow = {
  line: number;
  document: string;
  type: string;
  project: string;
  fields: { heading: string; value: string }[];
};

/**
 * Reads a CSV of labels, with commas, semicolons or tabs between its cells. Its headings name the document (its id, file name or title), the
 * type, a project and fields of the workspace. Throws `INVALID_INPUT` for a file without a heading for the document.
 */
export function readLabelsCsv(text: string): LabelRow[] {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: "greedy" });
  const [first = [], ...rows] = data;
  const headings = first.map((heading) => heading.trim());
  const placeOf = (names: readonly string[]) =>
    headings.findIndex((heading) => names.includes(heading.toLowerCase().replaceAll("_", " ")));
  const [document, type, project] = [documentHeadings, typeHeadings, projectHeadings].map(placeOf);
  if (document === undefined || document < 0)
    invalidInput("The first line must name a column “document”, “file name” or “title”");
  if (rows.length === 0) invalidInput("The file has no rows below its headings");
  if (rows.length > MOST_ROWS) invalidInput(`A file may have ${MOST_ROWS} rows: part it`);
  const cell = (row: readonly string[], place = -1) => unescaped((row[place] ?? "").trim());
  const named = new Set([document, type, project]);
  return rows.map((row, index) => ({
    line: index + 2,
    document: cell(row, document),
    type: cell(row, type),
    project: cell(row, project),
    fields: headings.flatMap((heading, place) => {
      const value = cell(row, place);
      return named.has(place) || heading === "" || value === "" ? [] : [{ heading, value }];
    }),
  }));
}

/** Takes away the mark with which a spreadsheet is kept from reading a cell as a formula. */
function unescaped(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
