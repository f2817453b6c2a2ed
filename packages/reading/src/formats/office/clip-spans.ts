import type { CellInput } from "@besunny/document-model/document-builder";

/** The largest span of a cell that ends after the last cell of its table. */
const mostBeyond = 20;

/** Clips the spans of cells that claim to span a whole endless sheet. */
export function clipSpans(cells: CellInput[]): CellInput[] {
  let [bottom, right] = [0, 0];
  for (const { row, column } of cells) {
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  const clipped = (span: number | undefined, from: number, last: number) =>
    span === undefined ? 1 : Math.max(1, Math.min(span, Math.max(last - from + 1, mostBeyond)));
  return cells.map(({ rowSpan, columnSpan, ...cell }) => {
    const rows = clipped(rowSpan, cell.row, bottom);
    const columns = clipped(columnSpan, cell.column, right);
    return {
      ...cell,
      ...(rows > 1 && { rowSpan: rows }),
      ...(columns > 1 && { columnSpan: columns }),
    };
  });
}
