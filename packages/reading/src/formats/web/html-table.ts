import type { CellInput, DocumentBuilder } from "@besunny/document-model/document-builder";
import { descendants, elements, textOf, type XmlElement } from "../../xml/xml";
import { isInline, visitInline } from "./inline-elements";
import { createInlineText, type Gathered, type InlineText } from "./inline-text";
import { markersOf } from "./list-markers";
import { isSeen } from "./visibility";

/** Mail and old pages lay themselves out with tables: those hold other tables, long texts, or but one row or column. */
export function isDataTable(table: XmlElement): boolean {
  const { role } = table.attributes;
  if (role === "presentation" || role === "none") return false;
  const rows = rowsOf(table);
  const width = mostOf(rows, (row) => cellsOf(row).length);
  if (width < 2) return false;
  const hasHead =
    elements(table).some(({ name }) => name === "thead" || name === "caption") ||
    rows.some((row) => elements(row, "th").length > 0);
  if (hasHead) return true;
  const filled = rows.filter((row) => cellsOf(row).filter(hasWords).length > 1);
  if (filled.length === 0 || (rows.length === 1 && width === 2)) return false;
  return !rows.some((row) => cellsOf(row).some(isPage));
}

/** Tables may have more rows than a call takes arguments. */
function mostOf(rows: XmlElement[], count: (row: XmlElement) => number): number {
  return rows.reduce((most, row) => Math.max(most, count(row)), 0);
}

function hasWords(cell: XmlElement): boolean {
  return textOf(cell).trim() !== "";
}

function isPage(cell: XmlElement): boolean {
  const { length } = textOf(cell).replace(/\s+/g, " ");
  if (length < 200) return false;
  if (["table", "h1", "h2", "h3"].some((name) => descendants(cell, name).length > 0)) return true;
  return descendants(cell, "p").length > 3 && length > 800;
}

/** The rows of a table, of HTML and of CALS, those of its parts included. */
export function rowsOf(table: XmlElement): XmlElement[] {
  return inOrder(elements(table)).flatMap((each) =>
    each.name === "tr" || each.name === "row"
      ? [each]
      : ["thead", "tbody", "tfoot", "tgroup"].includes(each.name)
        ? rowsOf(each)
        : [],
  );
}

/** A foot may be written before the body, but is shown after it. */
export function inOrder(parts: XmlElement[]): XmlElement[] {
  const feet = parts.filter(({ name }) => name === "tfoot");
  return feet.length === 0 ? parts : [...parts.filter(({ name }) => name !== "tfoot"), ...feet];
}

function cellsOf(row: XmlElement): XmlElement[] {
  return elements(row).filter(({ name }) => name === "td" || name === "th" || name === "entry");
}

const widest = 500;

/** Adds a table, its captions before it. */
export function addHtmlTable(builder: DocumentBuilder, table: XmlElement) {
  for (const caption of elements(table, "caption"))
    builder.add({ kind: "caption", ...gather(caption) });
  builder.addTable({ cells: gridOf(table) });
}

/** Cells at their places, spans of rows and columns kept within the table. */
function gridOf(table: XmlElement): CellInput[] {
  const heads = new Set(elements(table, "thead").flatMap(rowsOf));
  const rows = rowsOf(table).filter((row) => isSeen(row) && cellsOf(row).length > 0);
  const width = Math.min(widest, mostOf(rows, widthOf));
  const lines = rows.filter((row, index) => index === rows.length - 1 || !isOnlySpans(row)).length;
  const takenUntil: number[] = [];
  const cells: CellInput[] = [];
  let line = 0;
  for (const [index, row] of rows.entries()) {
    const isFlat = index < rows.length - 1 && isOnlySpans(row);
    let column = 0;
    for (const cell of cellsOf(row)) {
      while ((takenUntil[column] ?? 0) > line) column += 1;
      const columnSpan = Math.max(1, Math.min(spanOf(cell.attributes.colspan), width - column));
      const asked = cell.attributes.rowspan === "0" ? lines : spanOf(cell.attributes.rowspan);
      const rowSpan = Math.max(1, Math.min(asked - (isFlat ? 1 : 0), lines - line));
      for (let across = 0; across < columnSpan; across++)
        takenUntil[column + across] = line + rowSpan;
      const isHeader = cell.name === "th" || heads.has(row);
      cells.push({
        ...gather(cell),
        row: line,
        column,
        ...(rowSpan > 1 && { rowSpan }),
        ...(columnSpan > 1 && { columnSpan }),
        ...(isHeader && { isHeader }),
      });
      column += columnSpan;
    }
    if (!isFlat) line += 1;
  }
  return cells;
}

/** A row of cells that all reach into the next has no height of its own. */
function isOnlySpans(row: XmlElement): boolean {
  return cellsOf(row).every(({ attributes }) => spanOf(attributes.rowspan) > 1);
}

function widthOf(row: XmlElement): number {
  let width = 0;
  for (const { attributes } of cellsOf(row)) {
    const span = spanOf(attributes.colspan);
    width += span > 100 ? 1 : span;
  }
  return width;
}

function spanOf(value: string | undefined): number {
  return Math.min(65_534, Math.max(1, Number.parseInt(value ?? "1", 10) || 1));
}

/** All the text of a cell in one line, items of lists and cells of inner tables apart. */
function gather(element: XmlElement): Pick<Gathered, "text" | "links"> {
  const text = createInlineText();
  walk(text, element);
  const { text: own, links } = text.take();
  return { text: own, links };
}

/** All the text beneath, with a space wherever a block begins. */
export function inlineText(element: XmlElement): string {
  return gather(element).text;
}

function walk(text: InlineText, element: XmlElement) {
  const markers = markersOf(element);
  for (const child of element.children) {
    if (typeof child === "string") text.add(child);
    else if (!isSeen(child)) continue;
    else if (child.name === "br") text.space();
    else if (isInline(child.name)) visitInline(text, child, (inner) => walk(text, inner));
    else {
      text.space();
      if (child.name === "li") text.add(`${markers(child) || "-"} `);
      walk(text, child);
      text.space();
    }
  }
}
