type Table = {
  columns: readonly { name: string; isNumber: boolean }[];
  rows: readonly { cells: readonly { text: string }[] }[];
  totals: readonly (string | null)[] | null;
};

/** Returns the table as CSV (RFC 4180). A text that a spreadsheet would take for a formula is kept a text. */
export function csvOf({ columns, rows, totals }: Table): string {
  const textOf = (text: string, column: number) =>
    !columns[column]?.isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map(({ cells }) => cells.map(({ text }, column) => textOf(text, column))),
    ...(totals ? [totals.map((total) => total ?? "")] : []),
  ];
  return lines.map((line) => line.map(quoted).join(",")).join("\r\n");
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
