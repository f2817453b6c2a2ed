import { gunzipSync } from "node:zlib";
import {
  type CellInput,
  createDocumentBuilder,
  type DocumentBuilder,
} from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { corrupt, encrypted } from "../../contract/refusals";
import { mediaTypes } from "../../detect/media-types";
import { descendants, elements, parseXml, type XmlElement } from "../../xml/xml";
import type { Packed } from "../containers/zip-entries";
import { dateOf } from "./date";
import type { IworkFormat } from "./read-iwa";

/** Reads the text and tables of an iWork document of 2009 or earlier. Returns null if the document has no such part or no text. */
export async function readApxl(
  entries: Packed[],
  source: ReaderInput,
): Promise<ParsedDocument | null> {
  const part = entries.find(({ name }) => /(^|\/)index\.(apxl|xml)(\.gz)?$/i.test(name));
  if (!part) return null;
  const bytes = await part.read().catch(refuseProtected);
  const most = source.limits.archiveBytes;
  const plain = /\.gz$/i.test(part.name) ? gunzipSync(bytes, { maxOutputLength: most }) : bytes;
  const root = elements(parseXml(plain.toString("utf8")))[0];
  if (!root) return null;
  const format = formatOf(root, plain);
  const builder = createDocumentBuilder({ format, mediaType: mediaTypes[format] });
  addText(builder, root, format);
  return builder.length > 0 ? builder.build() : null;
}

/** A protected document has parts that are packed in a way that no ZIP has. */
function refuseProtected(error: unknown): never {
  const isUnknown = error instanceof Error && /compression method/.test(error.message);
  throw isUnknown ? encrypted("The document") : corrupt("The document", error);
}

function formatOf({ name }: XmlElement, plain: Buffer): IworkFormat {
  if (name === "presentation") return "keynote";
  const start = plain.subarray(0, 2_000).toString("latin1");
  return /<ls:document\b/.test(start) ? "numbers" : "pages";
}

/** Parts that hold samples, styles or what the writer cannot see. */
const silent = new Set([
  "stylesheet",
  "master-slides",
  "theme-list",
  "metadata",
  "prototypes",
  "prototype-drawables",
  "ui-state",
  "version-history",
  "kpf-import-file-path",
]);

/** Adds the text of the elements in an element, in their order. */
function addText(builder: DocumentBuilder, parent: XmlElement, format: IworkFormat) {
  for (const element of elements(parent)) {
    if (silent.has(element.name)) continue;
    if (format === "keynote" && element.name === "slide") builder.startPage({ kind: "slide" });
    const sheet = element.attributes["ls:workspace-name"];
    if (format === "numbers" && sheet) builder.startPage({ kind: "sheet", label: sheet });
    if (element.name === "tabular-model") addTable(builder, element);
    else if (element.name === "p")
      builder.add({ kind: kindOf(element, parent), text: textIn(element) });
    else addText(builder, element, format);
    for (const inner of element.name === "p" ? anchoredIn(element) : [])
      addText(builder, inner, format);
  }
}

function kindOf({ attributes }: XmlElement, parent: XmlElement) {
  if (parent.name === "header" || parent.name === "footer") return parent.name;
  return /heading/i.test(attributes["sf:style"] ?? "") ? "heading" : "paragraph";
}

const lineEnds = new Set(["br", "lnbr", "crbr", "intratopicbr"]);

/** Returns the words of a paragraph without those of what is anchored in it. */
function textIn(element: XmlElement): string {
  let text = "";
  for (const each of element.children)
    if (typeof each === "string") text += each.replace(/\s*\n\s*/g, "");
    else if (lineEnds.has(each.name)) text += "\n";
    else if (each.name === "tab") text += "\t";
    else if (!isAnchor(each)) text += textIn(each);
  return text;
}

function isAnchor({ name }: XmlElement): boolean {
  return /^(attachment|attachment-ref|footnote|annotation-field|drawables?)$/.test(name);
}

function anchoredIn(element: XmlElement): XmlElement[] {
  return elements(element).flatMap((each) => (isAnchor(each) ? [each] : anchoredIn(each)));
}

/** Places count in rows of 256 cells. Each cell says how far it is from the one before, and is the next one if it does not. */
const cellsInRow = 256;

function addTable(builder: DocumentBuilder, model: XmlElement) {
  const list = descendants(model, "datasource")[0];
  const headerRows = Number(model.attributes["sf:num-header-rows"]) || 0;
  const cells: CellInput[] = [];
  let at = -1;
  for (const cell of list ? elements(list) : []) {
    const step = Number(cell.attributes["sf:ct"] ?? 1) || 0;
    at = at < 0 ? step : at + step;
    const [text, row] = [cellText(cell), Math.floor(at / cellsInRow)];
    const isHeader = row < headerRows;
    if (text !== "")
      cells.push({ text, row, column: at % cellsInRow, ...(isHeader && { isHeader }) });
  }
  const isNamed = model.attributes["sf:name-is-visible"] === "true" && cells.length > 0;
  if (isNamed) builder.add({ kind: "caption", text: model.attributes["sf:name"] ?? "" });
  builder.addTable({ cells });
}

/** Returns what a cell shows: its value, or the result of its formula. */
function cellText(cell: XmlElement): string {
  const { "sf:v": value, "sf:cell-date": date, "sfa:s": text } = cell.attributes;
  if (date !== undefined) return dateOf(Number(date));
  if (value !== undefined) return shownNumber(value);
  if (text !== undefined) return text;
  if (cell.name === "pm") return chosenText(cell);
  return elements(cell)
    .filter(({ name }) => name !== "fo")
    .map((each) => (each.name === "p" ? textIn(each) : cellText(each)))
    .filter((text) => text !== "")
    .join(" ");
}

/** Numbers are written with the rounding errors of their binary form. */
function shownNumber(value: string): string {
  const number = Number(value);
  return value.trim() === "" || Number.isNaN(number)
    ? value
    : String(Number(number.toPrecision(15)));
}

/** A menu names the one of its cells that is chosen. */
function chosenText(menu: XmlElement): string {
  const chosen = elements(menu, "proxied-cell-ref")[0]?.attributes["sfa:IDREF"];
  const choices = elements(menu, "menu-choices").flatMap((list) => elements(list));
  const found = choices.find(({ attributes }) => attributes["sfa:ID"] === chosen);
  return found ? cellText(found) : "";
}
