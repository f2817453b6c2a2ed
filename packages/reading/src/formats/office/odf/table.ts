import type { CellInput } from "@besunny/document-model/document-builder";
import { elements, type XmlElement } from "../../../xml/xml";
import type { RichText } from "../rich-text";

const mostRepeated = 100;

/** Returns the cells of a table with their positions. Repeated empty rows and cells only take up their room. */
export function tableCells(table: XmlElement, textOf: (cell: XmlElement) => RichText): CellInput[] {
  const cells: CellInput[] = [];
  let row = 0;
  const walk = (parent: XmlElement, isHeader: boolean) => {
    for (const each of elements(parent)) {
      if (groups.has(each.name)) walk(each, isHeader || each.name === "table-header-rows");
      if (each.name !== "table-row") continue;
      addRow(cells, each, { row, isHeader, textOf });
      row += repeated(each, "number-rows-repeated");
    }
  };
  walk(table, false);
  return cells;
}

const groups = new Set(["table-header-rows", "table-rows", "table-row-group"]);

function addRow(
  cells: CellInput[],
  element: XmlElement,
  {
    row,
    isHeader,
    textOf,
  }: { row: number; isHeader: boolean; textOf: (cell: XmlElement) => RichText },
) {
  let column = 0;
  for (const cell of elements(element)) {
    const times = repeated(cell, "number-columns-repeated");
    if (cell.name === "table-cell") {
      const rich = textOf(cell);
      for (let time = 0; time < (rich.text.trim() === "" ? 1 : times); time++)
        cells.push({
          ...rich,
          row,
          column: column + time,
          ...spansOf(cell),
          ...(isHeader && { isHeader }),
        });
    }
    column += times;
  }
}

function spansOf({ attributes }: XmlElement): Pick<CellInput, "rowSpan" | "columnSpan"> {
  const rowSpan = Math.min(1_000, Number(attributes["number-rows-spanned"] ?? 1) || 1);
  const columnSpan = Math.min(1_000, Number(attributes["number-columns-spanned"] ?? 1) || 1);
  return { ...(rowSpan > 1 && { rowSpan }), ...(columnSpan > 1 && { columnSpan }) };
}

function repeated({ attributes }: XmlElement, name: string): number {
  return Math.min(mostRepeated, Math.max(1, Number(attributes[name] ?? 1) || 1));
}
