import { unparse } from "papaparse";

/** Returns rows as CSV with a heading line (RFC 4180). Cells that a spreadsheet would take for formulas are escaped. */
export function toCsv(rows: readonly Record<string, string | number | null>[]): string {
  return unparse([...rows], { newline: "\r\n", escapeFormulae: true });
}
