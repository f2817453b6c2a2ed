import Papa from "papaparse";
import { delimiterOf, namedDelimiter } from "./delimiter";

const sampleLines = 30;
const longestField = 80;

/** Returns true if a text begins as separated values: rows with the same number of short fields. */
export function isTable(text: string): boolean {
  const { delimiter: named, rest } = namedDelimiter(text);
  if (named) return true;
  const lines = rest
    .replace(/^#[^\n]*\r?\n/, "")
    .split(/\r?\n/)
    .slice(0, sampleLines);
  const delimiter = delimiterOf(lines.join("\n"));
  const { data } = Papa.parse<string[]>(lines.join("\n"), { delimiter, skipEmptyLines: true });
  const rows = data.slice(0, lines.length >= sampleLines ? -1 : undefined);
  if (rows.length < 3) return false;
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width = 1, times = 0] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (times < rows.length * 0.9) return false;
  const fields = rows.flat();
  const longest = Math.max(...fields.map((field) => field.length));
  const isProse = delimiter === "," && fields.some((field) => /^ \p{Ll}+ \p{Ll}+ /u.test(field));
  return width > 2 ? !isProse : width === 2 && longest < 60 && !isProse && rows.length > 4;
}

/** Returns true if every line of a text has the same number of tabs, as Excel's "Unicode Text" and "Text (Tab delimited)" have. */
export function isTabbed(text: string): boolean {
  const lines = text.split(/\r?\n/).slice(0, sampleLines + 1);
  if (lines.length > sampleLines) lines.pop();
  const rows = lines.filter((line) => line.trim() !== "").map((line) => line.split("\t"));
  const width = rows[0]?.length ?? 1;
  if (rows.length < 2 || width < 2) return false;
  return rows.every(
    (row) => row.length === width && row.every((field) => field.length <= longestField),
  );
}
