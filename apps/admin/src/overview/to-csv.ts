/** Rows as CSV with a heading line (RFC 4180). A leading sign that spreadsheets would run as a formula is disarmed. */
export function toCsv(rows: readonly Record<string, string | number | null>[]): string {
  const names = Object.keys(rows[0] ?? {});
  return [names.map(cell), ...rows.map((row) => names.map((name) => cell(row[name] ?? "")))]
    .map((cells) => cells.join(","))
    .join("\r\n");
}

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
