import type { CellInput } from "@besunny/document-model/document-builder";
import { child, elements, type XmlElement } from "../../../xml/xml";
import type { RichText } from "../rich-text";
import { toggle } from "./styles";
import { isPlaceholder, wrappers } from "./wrappers";

/** Returns the rows of a table that were not deleted. */
export function rowsOf(table: XmlElement): XmlElement[] {
  return elements(table).flatMap((each) => {
    if (each.name === "tr") return child(each, "trPr/del") ? [] : [each];
    return wrappers.has(each.name) ? rowsOf(each) : [];
  });
}

export function cellsOfRow(row: XmlElement): XmlElement[] {
  return elements(row).flatMap((each) => {
    if (each.name === "tc") return [each];
    if (!wrappers.has(each.name)) return [];
    const cells = cellsOfRow(each);
    return isPlaceholder(each) ? cells.map(emptied) : cells;
  });
}

function emptied(cell: XmlElement): XmlElement {
  return { ...cell, children: elements(cell, "tcPr") };
}

/** Returns true for a table of one cell, which is a frame around text. */
export function isFrame(rows: XmlElement[]): boolean {
  return rows.length <= 1 && rows.every((row) => cellsOfRow(row).length <= 1);
}

/** The largest number of columns that Word allows. */
const widest = 63;

/** Returns the cells with their positions. Merged cells are one cell. */
export function layTable(
  table: XmlElement,
  rows: XmlElement[],
  textOf: (cell: XmlElement) => RichText,
): CellInput[] {
  const laid: CellInput[] = [];
  const above = new Map<number, CellInput>();
  for (const [row, element] of rows.entries()) {
    let column = count(child(element, "trPr/gridBefore"), 0);
    const isHeader = toggle(child(element, "trPr/tblHeader")) ?? false;
    for (const cell of cellsOfRow(element)) {
      const columnSpan = Math.max(1, count(child(cell, "tcPr/gridSpan"), 1));
      const merge = child(cell, "tcPr/vMerge");
      const open = above.get(column);
      const across = child(cell, "tcPr/hMerge");
      const before = laid.at(-1);
      if (across && across.attributes.val !== "restart" && before?.row === row)
        before.columnSpan = column + columnSpan - before.column;
      else if (merge && merge.attributes.val !== "restart" && open)
        open.rowSpan = row - open.row + 1;
      else {
        const own: CellInput = { ...textOf(cell), row, column };
        if (columnSpan > 1) own.columnSpan = columnSpan;
        if (isHeader) own.isHeader = true;
        laid.push(own);
        if (merge) above.set(column, own);
        else above.delete(column);
      }
      column += columnSpan;
    }
  }
  if (!laid.some((cell) => cell.isHeader) && isFirstRowSpecial(table)) markFirstRow(laid);
  return laid;
}

function count(element: XmlElement | undefined, otherwise: number): number {
  const number = Number(element?.attributes.val ?? otherwise);
  return Number.isInteger(number) && number >= 0 && number <= widest ? number : otherwise;
}

function isFirstRowSpecial(table: XmlElement): boolean {
  const look = child(table, "tblPr/tblLook")?.attributes;
  if (!look) return false;
  if (look.firstRow !== undefined) return /^(1|true|on)$/.test(look.firstRow);
  return (Number.parseInt(look.val ?? "0", 16) & 0x20) !== 0;
}

/** Marks the first row as heads, as Word's default style does, if several of its cells hold words and other rows follow. */
function markFirstRow(cells: CellInput[]) {
  const first = cells.filter(({ row }) => row === 0);
  const isWordy = first.every(({ text }) => text.trim() === "" || /\p{L}/u.test(text));
  const filled = first.filter(({ text }) => text.trim() !== "").length;
  if (filled < 2 || !isWordy || !cells.some(({ row }) => row > 0)) return;
  for (const cell of first) cell.isHeader = true;
}
