import { unparse } from "papaparse";

/** Returns rows as CSV with a heading line (RFC 4180). Cells that a spreadsheet would take for formulas are escaped. */
export function toCsv(rows: readonly Record<string, string | number | null>[]): string {
  return unparse([...rows], { newline: "\r\n", escapeFormulae: true });
}

/** Offers rows as a CSV file under the name of what they are. */
export function downloadCsv(
  title: string,
  rows: readonly Record<string, string | number | null>[],
): void {
  const address = URL.createObjectURL(new Blob([toCsv(rows)], { type: "text/csv" }));
  Object.assign(document.createElement("a"), {
    href: address,
    download: `${title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-")}.csv`,
  }).click();
  URL.revokeObjectURL(address);
}
