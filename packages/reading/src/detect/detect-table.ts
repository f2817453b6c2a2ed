import Papa from "papaparse";

/** Returns true if a text begins as separated values: rows with the same number of short fields. */
export function isTable(text: string): boolean {
  const lines = text
    .replace(/^(sep=.|#[^\n]*)\r?\n/i, "")
    .split(/\r?\n/)
    .slice(0, 30);
  const { data, meta } = Papa.parse<string[]>(lines.join("\n"), { skipEmptyLines: true });
  const rows = data.slice(0, lines.length >= 30 ? -1 : undefined);
  if (rows.length < 3 || ![",", ";", "\t", "|"].includes(meta.delimiter)) return false;
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width = 1, times = 0] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (times < rows.length * 0.9) return false;
  const fields = rows.flat();
  const longest = Math.max(...fields.map((field) => field.length));
  const isProse =
    meta.delimiter === "," && fields.some((field) => /^ \p{Ll}+ \p{Ll}+ /u.test(field));
  return width > 2 ? !isProse : width === 2 && longest < 60 && !isProse && rows.length > 4;
}
