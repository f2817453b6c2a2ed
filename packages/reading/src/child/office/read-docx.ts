import type { DocumentModel } from "../../document-model";
import { createModelBuilder, type ModelBuilder } from "../../model-builder";
import { type Archive, openArchive } from "../archive";
import type { Source } from "../read-file";
import { corrupt } from "../refusals";
import { child, descendants, elements, parseXml, type XmlElement } from "../tree/xml";
import { type DocxStyles, readDocxStyles } from "./docx-styles";
import { paragraphText, textBoxesOf } from "./docx-text";
import { readMetadata } from "./metadata";

/** DOCX by its own XML: headings, lists, tables, text boxes, notes, headers and footers; comments and deletions are left out. */
export async function readDocx(source: Source): Promise<DocumentModel> {
  const archive = await openArchive(source.bytes, source.limits);
  const name = await mainPart(archive);
  const root = parseXml(await archive.text(name));
  const [body] = descendants(root, "body");
  if (!body) throw corrupt("The Word document");

  const styles = await readDocxStyles(archive);
  const builder = createModelBuilder(source);
  Object.assign(builder.metadata, await readMetadata(archive));
  builder.startPage({ kind: "flow" });
  await addMargins(builder, archive, "header");
  addFlow(builder, body, styles);
  await addNotes(builder, archive);
  await addMargins(builder, archive, "footer");
  return builder.build();
}

async function mainPart(archive: Archive): Promise<string> {
  const relations = parseXml(await archive.text("_rels/.rels"));
  const target = descendants(relations, "Relationship").find(({ attributes }) =>
    /\/officeDocument$/i.test(attributes.Type ?? ""),
  )?.attributes.Target;
  const wanted = target?.replace(/^\//, "") ?? "word/document.xml";
  if (archive.has(wanted)) return wanted;
  const found = archive.names.find((name) => /^word\/document\d*\.xml$/.test(name));
  if (!found) throw corrupt("The Word document");
  return found;
}

const wrappers = new Set([
  "sdt",
  "sdtContent",
  "customXml",
  "smartTag",
  "ins",
  "moveTo",
  "hyperlink",
  "AlternateContent",
  "Choice",
]);

function addFlow(builder: ModelBuilder, parent: XmlElement, styles: DocxStyles) {
  for (const element of elements(parent)) {
    if (element.name === "p") addParagraph(builder, element, styles);
    else if (element.name === "tbl") addTable(builder, element, styles);
    else if (wrappers.has(element.name)) addFlow(builder, element, styles);
  }
}

function addParagraph(builder: ModelBuilder, paragraph: XmlElement, styles: DocxStyles) {
  const text = paragraphText(paragraph);
  builder.add({ ...styles.roleOf(paragraph, text), text });
  for (const box of textBoxesOf(paragraph)) addFlow(builder, box, styles);
}

function addTable(builder: ModelBuilder, table: XmlElement, styles: DocxStyles) {
  const rows = rowsOf(table);
  const widest = Math.max(0, ...rows.map((row) => cellsOf(row).length));
  // A table of one cell is a frame around text, not a table.
  if (widest <= 1 && rows.length <= 1) {
    for (const row of rows) for (const cell of cellsOf(row)) addFlow(builder, cell, styles);
    return;
  }
  builder.addTable({ cells: layTable(rows) });
}

function rowsOf(table: XmlElement): XmlElement[] {
  return elements(table).flatMap((each) =>
    each.name === "tr" ? [each] : wrappers.has(each.name) ? rowsOf(each) : [],
  );
}

function cellsOf(row: XmlElement): XmlElement[] {
  return elements(row).flatMap((each) =>
    each.name === "tc" ? [each] : wrappers.has(each.name) ? cellsOf(each) : [],
  );
}

type Laid = {
  text: string;
  row: number;
  column: number;
  rowSpan?: number;
  columnSpan?: number;
  isHeader?: boolean;
};

function layTable(rows: XmlElement[]): Laid[] {
  const laid: Laid[] = [];
  const openAbove = new Map<number, Laid>();
  for (const [row, element] of rows.entries()) {
    let column = Number(child(element, "trPr/gridBefore")?.attributes.val ?? 0);
    const isHeader = child(element, "trPr/tblHeader") !== undefined;
    for (const cell of cellsOf(element)) {
      const columnSpan = Number(child(cell, "tcPr/gridSpan")?.attributes.val ?? 1) || 1;
      const merge = child(cell, "tcPr/vMerge");
      const above = openAbove.get(column);
      if (merge && merge.attributes.val !== "restart" && above) above.rowSpan = row - above.row + 1;
      else {
        const own: Laid = { text: cellText(cell), row, column };
        if (columnSpan > 1) own.columnSpan = columnSpan;
        if (isHeader) own.isHeader = true;
        laid.push(own);
        if (merge) openAbove.set(column, own);
        else openAbove.delete(column);
      }
      column += columnSpan;
    }
  }
  return laid;
}

function cellText(cell: XmlElement): string {
  return elements(cell)
    .flatMap((each): string[] => {
      if (each.name === "p") return [paragraphText(each), ...textBoxesOf(each).map(cellText)];
      if (each.name === "tbl")
        return rowsOf(each).map((row) => cellsOf(row).map(cellText).join(" "));
      return wrappers.has(each.name) ? [cellText(each)] : [];
    })
    .filter((text) => text.trim() !== "")
    .join(" ");
}

async function addMargins(builder: ModelBuilder, archive: Archive, kind: "header" | "footer") {
  const seen = new Set<string>();
  for (const name of archive.names
    .filter((each) => new RegExp(`^word/${kind}\\d*\\.xml$`).test(each))
    .sort()) {
    const text = cellText(elements(parseXml(await archive.text(name)))[0] ?? empty).trim();
    if (seen.has(text)) continue;
    seen.add(text);
    builder.add({ kind, text });
  }
}

const empty: XmlElement = { name: "", attributes: {}, children: [] };

async function addNotes(builder: ModelBuilder, archive: Archive) {
  for (const [part, name] of [
    ["footnotes", "footnote"],
    ["endnotes", "endnote"],
  ] as const) {
    if (!archive.has(`word/${part}.xml`)) continue;
    for (const note of descendants(parseXml(await archive.text(`word/${part}.xml`)), name)) {
      if (note.attributes.type && note.attributes.type !== "normal") continue;
      builder.add({ kind: "footnote", text: cellText(note) });
    }
  }
}
