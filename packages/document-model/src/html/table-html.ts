import type { Block, Cell } from "../parsed-document";
import { coveredPlaces, gap } from "./covered-places";
import { escaped, type Write, whole } from "./markup";

/** Returns a table under the id of its block, each cell with the place of its text. */
export function tableHtml(write: Write, { id, span }: Block, cells: readonly Cell[]): string {
  const covered = coveredPlaces(cells);
  const body = [...Map.groupBy(cells, ({ row }) => row)].map(([row, own]) => {
    let column = 0;
    let html = "";
    for (const cell of own) {
      html += gap(row, column, cell.column, covered) + cellHtml(write, cell);
      column = cell.column + (cell.columnSpan ?? 1);
    }
    return `<tr>${html}</tr>`;
  });
  return `<table id="${escaped(id)}" data-start="${whole(span[0])}">\n${body.join("\n")}\n</table>`;
}

/** Returns a cell with the place of its text. `more` holds further attributes, written already. */
export function cellHtml(write: Write, cell: Cell, more: readonly string[] = []): string {
  const { span, rowSpan, columnSpan, isHeader, number, doubt, shown } = cell;
  const name = isHeader ? "th" : "td";
  const attributes = [
    `data-start="${whole(span[0])}"`,
    ...more,
    ...(number === undefined ? [] : ["data-number"]),
    ...(shown === undefined ? [] : ["data-shown"]),
    ...titleOf(cell),
    ...(doubt ? [`data-doubt="${escaped(doubt)}"`] : []),
    ...(rowSpan ? [`rowspan="${whole(rowSpan)}"`] : []),
    ...(columnSpan ? [`colspan="${whole(columnSpan)}"`] : []),
  ];
  const content = shown === undefined ? write(span) : escaped(shown);
  return `<${name} ${attributes.join(" ")}>${content}</${name}>`;
}

/** A pointer over a cell shows its doubt, else its text in place of the shown one. */
function titleOf({ text, shown, doubt }: Cell): string[] {
  const title = doubt ?? (shown === undefined ? undefined : text);
  return title ? [`title="${escaped(title)}"`] : [];
}
