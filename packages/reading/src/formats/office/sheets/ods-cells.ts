import type { LinkInput } from "@besunny/document-model/document-builder";
import { descendants, elements, textOf, type XmlElement } from "../../../xml/xml";
import { readInline } from "../odf/inline";
import type { OdfStyles } from "../odf/styles";
import { collectCells, type FilledCell, type Remark, type Room, type SheetContent } from "./cells";
import type { DataFormat } from "./ods-formats";
import { shownNumber, withShownDate } from "./shown-number";

/** A row or cell that is said to repeat more often is the rest of the sheet. */
const mostRepeated = 1_000;

export type Hanging = { at: { row: number; column: number }; shapes: XmlElement[] };

type Given = { room: Room; styles: OdfStyles; formats: ReadonlyMap<string, DataFormat> };

/** Collects the cells of one OpenDocument sheet from its rows, in their order. */
export function collectOdsRows({ room, styles, formats }: Given) {
  const collected = collectCells(room);
  const remarks: Remark[] = [];
  const hanging: Hanging[] = [];
  let next = 0;
  let hiddenRows = 0;

  function addCell(cell: XmlElement, at: { row: number; column: number }): void {
    for (const note of elements(cell, "annotation"))
      remarks.push({ ...at, author: authorOf(note), text: wordsOf(note) });
    const { text, links, shapes } = inlineOf(cell, styles);
    if (shapes.length > 0) hanging.push({ at, shapes });
    const [url] = links.flatMap((link) => ("url" in link ? link.url : []));
    collected.add({
      ...contentOf(cell, text, formats),
      ...at,
      ...spansOf(cell),
      ...(url && { url }),
    });
  }

  return {
    addRow(row: XmlElement): void {
      const times = repeated(row, "number-rows-repeated");
      if (/^(collapse|filter)$/.test(row.attributes.visibility ?? "")) hiddenRows += times;
      const copies = isFilled(row) ? Math.min(times, mostRepeated) : 0;
      for (let copy = 0; copy < copies && !collected.isFull; copy += 1)
        addCells(row, next + copy, addCell);
      next += times;
    },
    ended: (): SheetContent & { hanging: Hanging[]; hiddenRows: number } => ({
      ...collected.ended(),
      remarks,
      uncomputed: 0,
      hanging,
      hiddenRows,
    }),
  };
}

function addCells(
  row: XmlElement,
  at: number,
  add: (cell: XmlElement, at: { row: number; column: number }) => void,
): void {
  let column = 0;
  for (const cell of elements(row)) {
    if (cell.name !== "table-cell" && cell.name !== "covered-table-cell") continue;
    const times = repeated(cell, "number-columns-repeated");
    const copies = cell.name === "table-cell" && isFilled(cell) ? Math.min(times, mostRepeated) : 0;
    for (let copy = 0; copy < copies; copy += 1) add(cell, { row: at, column: column + copy });
    column += times;
  }
}

/** Returns true for a row with a filled cell, and for a filled cell. */
function isFilled(element: XmlElement): boolean {
  if (element.name === "table-row") return elements(element).some(isFilled);
  return element.children.length > 0 || "value-type" in element.attributes;
}

function repeated({ attributes }: XmlElement, name: string): number {
  return Math.max(1, Number(attributes[name] ?? 1) || 1);
}

function spansOf({ attributes }: XmlElement): Pick<FilledCell, "rowSpan" | "columnSpan"> {
  const span = (name: string) => Math.max(1, Number(attributes[name] ?? 1) || 1);
  return { rowSpan: span("number-rows-spanned"), columnSpan: span("number-columns-spanned") };
}

function inlineOf(cell: XmlElement, styles: OdfStyles) {
  const links: LinkInput[] = [];
  const shapes = elements(cell).filter(({ name }) => !/^(p|h|annotation)$/.test(name));
  const lines = elements(cell)
    .filter(({ name }) => name === "p" || name === "h")
    .map((paragraph) => {
      const inline = readInline(paragraph, styles);
      links.push(...inline.links);
      shapes.push(...inline.hanging);
      return inline.text.trim();
    });
  return { text: lines.join("\n").trim(), links, shapes };
}

/** Returns the shown text, with the exact date of a date and the number of a number. */
function contentOf(
  { attributes }: XmlElement,
  shown: string,
  formats: ReadonlyMap<string, DataFormat>,
): Pick<FilledCell, "text" | "number"> {
  const type = attributes["value-type"];
  if (type === "date") {
    const iso = isoOf(attributes["date-value"] ?? "");
    return { text: iso ? withShownDate(iso, bare(shown)) : shown };
  }
  if (type === "boolean" && shown === "")
    return { text: attributes["boolean-value"] === "true" ? "TRUE" : "FALSE" };
  if (type === "time") return { text: shown || (attributes["time-value"] ?? "") };
  const number = Number(attributes["office:value"] ?? attributes.value ?? Number.NaN);
  if (!/^(float|percentage|currency)$/.test(type ?? "") || !Number.isFinite(number))
    return { text: shown };
  const isBare = shown === "" || Number(shown) === number;
  const format = isBare ? formats.get(attributes["style-name"] ?? "") : undefined;
  const formatted = format && shownNumber(number, { format: format.code, is1904: false });
  if (formatted?.isDate) return { text: formatted.text };
  return { text: formatted?.text || shown || String(number), number };
}

/** Returns `2026-03-04` or `2026-03-04 13:30:00`; null for a value that is no date. */
function isoOf(value: string): string | null {
  const [, day, time] = /^(-?\d{4,}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d))?/.exec(value) ?? [];
  if (!day) return null;
  return time && time !== "00:00:00" ? `${day} ${time}` : day;
}

/** Some exporters write the ISO value with its zone as the shown form. */
function bare(shown: string): string {
  return /^\d{4}-\d\d-\d\dT/.test(shown) ? "" : shown;
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
