import type { Column } from "./table-columns";
import type { TableRow } from "./table-rows";

/** Counts the head rows at the top: rows before the first values, rows above a horizontal line, or bold rows. */
export function headsOf(rows: TableRow[], columns: Column[]): number {
  if (isCounted(rows[0]) && isCounted(rows[1])) return 0;
  const firstValues = rows.findIndex(holdsValues);
  const most = Math.min(6, rows.length - 1);
  const firstRuled = rows.findIndex(
    ({ ruledBelow }) => ruledBelow && ruledBelow.filter(Boolean).length >= 0.6 * columns.length,
  );
  if (firstValues === 0)
    return firstRuled >= 0 && firstRuled < 2 && isBold(rows[0]) ? firstRuled + 1 : 0;
  if (firstValues > 0 && firstValues <= most) {
    // Rows with only a label just above the first values are the head of a section, not of the table.
    let heads = firstValues;
    while (heads > 1 && rows[heads - 1]?.pieces.every(({ to }) => to === 0)) heads -= 1;
    return heads;
  }
  if (firstValues > most) return 1;
  const bold = rows.findIndex((row) => !isBold(row));
  if (bold > 0) return Math.min(bold, most);
  return Math.min(firstRuled >= 0 && firstRuled < 3 ? firstRuled + 1 : 1, most);
}

/** Returns true if the row begins with a number. The first of several numbered rows is not a head. */
function isCounted(row: TableRow | undefined): boolean {
  const first = row?.pieces.find(({ from }) => from === 0);
  return first?.isValue === true && first.words.some(({ text }) => /^\d{1,3}\b/.test(text));
}

function holdsValues({ pieces }: TableRow): boolean {
  const others = pieces.filter(({ from }) => from > 0);
  const values = others.filter(
    ({ isValue, words }) =>
      isValue && !/^\D{0,3}(19|20)\d\d\D{0,3}$/.test(words.map(({ text }) => text).join("")),
  );
  return values.length > 0 && values.length >= 0.34 * others.length;
}

function isBold(row: TableRow | undefined): boolean {
  const words = row?.pieces.flatMap((piece) => piece.words) ?? [];
  return words.length > 0 && words.filter((word) => word.isBold).length > 0.7 * words.length;
}
