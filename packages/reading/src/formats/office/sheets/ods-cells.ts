import type { LinkInput } from "@besunny/document-model/document-builder";
import { descendants, elements, textOf, type XmlElement } from "../../../xml/xml";
import { readInline } from "../odf/inline";
import type { OdfStyles } from "../odf/styles";
import {
  collectCells,
  type FilledCell,
  noteUnseen,
  type Remark,
  type Room,
  type SheetContent,
  type UnseenCells,
} from "./cells";
import type { DataFormat } from "./ods-formats";
import type { OdsLooks } from "./ods-looks";
import { cellValue, storedFormula, unstoredFormula } from "./ods-values";

/** A row or cell that is said to repeat more often is the rest of the sheet. */
const mostRepeated = 1_000;

type Place = { row: number; column: number };

export type Hanging = { at: Place; shapes: XmlElement[] };

type Inline = { styles: OdfStyles; hide: (text: string) => void };

/** `whiteIsLeftOut` is false where a drawing or a colour by a rule may lie behind white words. */
export type OdsGiven = Inline & {
  room: Room;
  formats: ReadonlyMap<string, DataFormat>;
  looks: OdsLooks;
  whiteIsLeftOut: boolean;
};

/** Collects the cells of one OpenDocument sheet from its columns and rows, in their order. */
export function collectOdsRows({ room, styles, formats, looks, whiteIsLeftOut, hide }: OdsGiven) {
  const collected = collectCells(room);
  const remarks: Remark[] = [];
  const hanging: Hanging[] = [];
  const unseen: UnseenCells = { leftOut: [], white: [] };
  const columns: { end: number; style: string | undefined }[] = [];
  let next = 0;
  let hiddenRows = 0;
  let hiddenColumns = 0;
  let uncomputed = 0;

  function addCell(cell: XmlElement, at: Place, rowStyle: string | undefined): void {
    for (const note of elements(cell, "annotation"))
      remarks.push({ ...at, author: authorOf(note), text: wordsOf(note) });
    const { text, links, shapes } = inlineOf(cell, { styles, hide });
    if (shapes.length > 0) hanging.push({ at, shapes });
    const [url] = links.flatMap((link) => ("url" in link ? link.url : []));
    const formula = text === "" ? unstoredFormula(cell) : null;
    if (formula) uncomputed += 1;
    const value = formula
      ? { text: formula }
      : { ...cellValue(cell, text, formats), ...storedFormula(cell) };
    const column = columns.find(({ end }) => at.column < end);
    const style = cell.attributes["style-name"] ?? rowStyle ?? column?.style;
    const isHidden = looks.hides(
      style,
      /^(float|percentage|currency|date|time)$/.test(typeOf(cell)),
    );
    const white = { has: () => looks.isWhite(style), areLeftOut: whiteIsLeftOut };
    if (noteUnseen(unseen, value.text, isHidden ? value.text : "", { ...at, white })) return;
    collected.add({
      ...value,
      ...at,
      ...spansOf(cell),
      ...(url && { url }),
    });
  }

  return {
    addColumn(column: XmlElement): void {
      const times = repeated(column, "number-columns-repeated");
      const end = (columns.at(-1)?.end ?? 0) + times;
      columns.push({ end, style: column.attributes["default-cell-style-name"] });
      if (isCollapsed(column)) hiddenColumns += times;
    },
    addShapes(shapes: XmlElement): void {
      hanging.push({ at: belowAll, shapes: elements(shapes) });
    },
    addRow(row: XmlElement): void {
      const times = repeated(row, "number-rows-repeated");
      if (isCollapsed(row)) hiddenRows += times;
      const style = row.attributes["default-cell-style-name"];
      const copies = isFilled(row) ? Math.min(times, mostRepeated) : 0;
      for (let copy = 0; copy < copies && !collected.isFull; copy += 1)
        if (addCells(row, next + copy, (cell, at) => addCell(cell, at, style))) collected.cut();
      if (times > mostRepeated && elements(row).some(hasWords)) collected.cut();
      next += times;
    },
    ended: (): SheetContent & { hanging: Hanging[]; hidden: Hidden } => ({
      ...collected.ended(),
      remarks,
      uncomputed,
      hanging,
      hidden: { rows: hiddenRows, columns: hiddenColumns },
      unseen,
    }),
  };
}

type Hidden = { rows: number; columns: number };

/** Shapes that lie on the sheet have no cell. They follow its tables. */
const belowAll = { row: Number.MAX_SAFE_INTEGER, column: 0 };

function isCollapsed({ attributes }: XmlElement): boolean {
  return /^(collapse|filter)$/.test(attributes.visibility ?? "");
}

function typeOf({ attributes }: XmlElement): string {
  return attributes["value-type"] ?? "";
}

/** Returns true if a filled cell repeats too often and was cut. */
function addCells(
  row: XmlElement,
  at: number,
  add: (cell: XmlElement, at: Place) => void,
): boolean {
  let column = 0;
  let isCut = false;
  for (const cell of elements(row)) {
    if (cell.name !== "table-cell" && cell.name !== "covered-table-cell") continue;
    const times = repeated(cell, "number-columns-repeated");
    const copies = cell.name === "table-cell" && isFilled(cell) ? Math.min(times, mostRepeated) : 0;
    for (let copy = 0; copy < copies; copy += 1) add(cell, { row: at, column: column + copy });
    isCut ||= times > mostRepeated && hasWords(cell);
    column += times;
  }
  return isCut;
}

function hasWords(cell: XmlElement): boolean {
  return cell.name === "table-cell" && textOf(cell).trim() !== "";
}

/** Returns true for a row with a filled cell, and for a filled cell. */
function isFilled(element: XmlElement): boolean {
  if (element.name === "table-row") return elements(element).some(isFilled);
  const { attributes, children } = element;
  return children.length > 0 || "value-type" in attributes || "formula" in attributes;
}

function repeated({ attributes }: XmlElement, name: string): number {
  return Math.max(1, Number(attributes[name] ?? 1) || 1);
}

function spansOf({ attributes }: XmlElement): Pick<FilledCell, "rowSpan" | "columnSpan"> {
  const span = (name: string) => Math.max(1, Number(attributes[name] ?? 1) || 1);
  return { rowSpan: span("number-rows-spanned"), columnSpan: span("number-columns-spanned") };
}

function inlineOf(cell: XmlElement, given: Inline) {
  const links: LinkInput[] = [];
  const shapes = elements(cell).filter(({ name }) => !/^(p|h|annotation)$/.test(name));
  const lines = elements(cell)
    .filter(({ name }) => name === "p" || name === "h")
    .map((paragraph) => {
      const inline = readInline(paragraph, { ...given, isOnGround: true });
      links.push(...inline.links);
      shapes.push(...inline.hanging);
      return inline.text.trim();
    });
  return { text: lines.join("\n").trim(), links, shapes };
}

function authorOf(note: XmlElement): string {
  return descendants(note, "creator").map(textOf).join(" ").trim();
}

function wordsOf(note: XmlElement): string {
  return elements(note)
    .filter(({ name }) => name === "p" || name === "list")
    .map((each) => textOf(each).trim())
    .join("\n");
}
