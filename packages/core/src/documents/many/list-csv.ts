import { stringify } from "csv-stringify/sync";

import type { DocumentSummary } from "../contract/document-summary";

type Field = { id: string; name: string };

/** A document of the list; `file` is its path in an archive, where there is one. */
export type CsvRow = DocumentSummary & { file?: string };

const columns = [
  "id",
  "title",
  "file_name",
  "folder",
  "type",
  "confidence",
  "date",
  "added",
  "status",
  "language",
  "pages",
  "bytes",
  "projects",
  "tags",
  "uploaded_by",
] as const;

/**
 * Returns documents as CSV (RFC 4180): what lists show of them, and a column for each field of the workspace. Escapes cells that a
 * spreadsheet would take for formulas. `isFirst` begins the text with the headings and the mark of UTF-8.
 */
export function listCsv(
  rows: readonly CsvRow[],
  fields: readonly Field[],
  { isFirst = true, hasFiles = false }: { isFirst?: boolean; hasFiles?: boolean } = {},
): string {
  const headings = [...(hasFiles ? ["file"] : []), ...columns, ...fields.map(({ name }) => name)];
  const lines = rows.map((row) => [...(hasFiles ? [row.file ?? ""] : []), ...cellsOf(row, fields)]);
  return stringify(isFirst ? [headings, ...lines] : lines, {
    record_delimiter: "windows",
    escape_formulas: true,
    bom: isFirst,
  });
}

function cellsOf(row: CsvRow, fields: readonly Field[]): (string | number | null)[] {
  const values = new Map(row.fields.map(({ id, value }) => [id, value]));
  return [
    row.id,
    row.title,
    row.fileName,
    row.folder,
    row.type,
    row.typeConfidence,
    row.datedOn,
    row.createdAt.toISOString(),
    row.status,
    row.language,
    row.pageCount,
    row.size,
    row.projects.map(({ name }) => name).join("; "),
    row.tags.map(({ name }) => name).join("; "),
    row.uploadedBy?.name ?? null,
    ...fields.map(({ id }) => values.get(id) ?? null),
  ];
}
