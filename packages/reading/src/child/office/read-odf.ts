import type { DocumentModel } from "../../document-model";
import {
  type BlockInput,
  type CellInput,
  createModelBuilder,
  type ModelBuilder,
} from "../../model-builder";
import { openArchive } from "../archive";
import type { Source } from "../read-file";
import { corrupt, encrypted } from "../refusals";
import { child, descendants, elements, parseXml, textOf, type XmlElement } from "../tree/xml";
import { readMetadata } from "./metadata";

/** OpenDocument text as one flow, presentations as slides. */
export async function readOdf(source: Source): Promise<DocumentModel> {
  const archive = await openArchive(source.bytes, source.limits);
  if (/manifest:encryption-data/.test(await archive.text("META-INF/manifest.xml")))
    throw encrypted("The document");
  const root = parseXml(await archive.text("content.xml"));
  const [body] = descendants(root, "body");
  if (!body) throw corrupt("The document");
  const builder = createModelBuilder(source);
  Object.assign(builder.metadata, await readMetadata(archive));
  const styles = titleStyles(root);
  if (source.format === "odp") addSlides(builder, body, styles);
  else {
    builder.startPage({ kind: "flow" });
    await addMargin(builder, await archive.text("styles.xml"), "header");
    for (const text of elements(body)) addFlow(builder, text, { styles });
    await addMargin(builder, await archive.text("styles.xml"), "footer");
  }
  return builder.build();
}

async function addMargin(builder: ModelBuilder, styles: string, kind: "header" | "footer") {
  const seen = new Set<string>();
  for (const margin of descendants(parseXml(styles), kind)) {
    const text = [...descendants(margin, "p"), ...descendants(margin, "h")]
      .map(inlineText)
      .join(" ")
      .trim();
    if (!seen.has(text)) builder.add({ kind, text });
    seen.add(text);
  }
}

/** Automatic styles that stand for the Title style, by name. */
function titleStyles(root: XmlElement): Set<string> {
  const named = descendants(root, "style").filter(
    ({ attributes }) => attributes["parent-style-name"] === "Title",
  );
  return new Set(["Title", ...named.map(({ attributes }) => attributes.name ?? "")]);
}

function addSlides(builder: ModelBuilder, body: XmlElement, styles: Set<string>) {
  for (const page of descendants(body, "page")) {
    builder.startPage({
      kind: "slide",
      ...(page.attributes.name && { label: page.attributes.name }),
    });
    for (const shape of elements(page)) {
      if (shape.name === "notes") {
        for (const paragraph of descendants(shape, "p"))
          builder.add({ kind: "footnote", text: inlineText(paragraph) });
      } else addShape(builder, shape, styles);
    }
  }
}

function addShape(builder: ModelBuilder, shape: XmlElement, styles: Set<string>) {
  const role = shape.attributes["presentation:class"] ?? "";
  const kind =
    role === "title"
      ? ({ kind: "heading", level: 1 } as const)
      : role === "subtitle"
        ? ({ kind: "heading", level: 2 } as const)
        : undefined;
  addFlow(builder, shape, { styles, ...(kind && { as: kind }) });
}

type Context = { styles: Set<string>; as?: Pick<BlockInput, "kind" | "level">; listLevel?: number };

const flowing = new Set([
  "section",
  "frame",
  "text-box",
  "g",
  "custom-shape",
  "rect",
  "line",
  "ellipse",
  "list-header",
  "index-body",
  "table-of-content",
  "text-content",
  "illustration-index",
  "page",
  "numbered-paragraph",
  "object",
  "index-title",
  "alphabetical-index",
  "bibliography",
]);

function addFlow(builder: ModelBuilder, parent: XmlElement, context: Context) {
  for (const element of elements(parent)) {
    const { name } = element;
    if (name === "h" || name === "p") addParagraph(builder, element, context);
    else if (name === "list") addList(builder, element, context);
    else if (name === "table") builder.addTable({ cells: tableCells(element) });
    else if (flowing.has(name)) addFlow(builder, element, context);
  }
}

function addList(builder: ModelBuilder, list: XmlElement, context: Context) {
  const listLevel = (context.listLevel ?? 0) + 1;
  for (const item of elements(list)) addFlow(builder, item, { ...context, listLevel });
}

function addParagraph(builder: ModelBuilder, element: XmlElement, context: Context) {
  const level = Math.min(6, Number(element.attributes["outline-level"] ?? 1) || 1);
  const role: Pick<BlockInput, "kind" | "level"> =
    context.as ??
    (element.name === "h"
      ? { kind: "heading", level }
      : context.styles.has(element.attributes["style-name"] ?? "")
        ? { kind: "title" }
        : context.listLevel
          ? { kind: "list-item", level: context.listLevel }
          : { kind: "paragraph" });
  builder.add({ ...role, text: inlineText(element) });
  for (const box of descendants(element, "text-box"))
    addFlow(builder, box, { styles: context.styles });
  for (const note of descendants(element, "note-body"))
    builder.add({ kind: "footnote", text: descendants(note, "p").map(inlineText).join(" ") });
}

const left = new Set([
  "note-body",
  "text-box",
  "annotation",
  "annotation-end",
  "tracked-changes",
  "deletion",
  "object",
  "object-ole",
  "image",
  "title",
  "desc",
]);

function inlineText(element: XmlElement): string {
  let text = "";
  for (const child of element.children) {
    if (typeof child === "string") text += child.replace(/\s+/g, " ");
    else if (child.name === "s")
      text += " ".repeat(Math.min(50, Number(child.attributes.c ?? 1) || 1));
    else if (child.name === "tab") text += "\t";
    else if (child.name === "line-break") text += "\n";
    else if (!left.has(child.name)) text += inlineText(child);
  }
  return text;
}

function tableCells(table: XmlElement): CellInput[] {
  const cells: CellInput[] = [];
  let row = 0;
  const walk = (parent: XmlElement, isHeader: boolean) => {
    for (const each of elements(parent)) {
      if (["table-header-rows", "table-rows", "table-row-group"].includes(each.name))
        walk(each, each.name === "table-header-rows");
      if (each.name !== "table-row") continue;
      let column = 0;
      for (const cell of elements(each)) {
        const repeated = Math.min(
          100,
          Number(cell.attributes["number-columns-repeated"] ?? 1) || 1,
        );
        if (cell.name === "table-cell") cells.push(cellOf(cell, { row, column, isHeader }));
        column += repeated;
      }
      row += 1;
    }
  };
  walk(table, false);
  return cells;
}

function cellOf(
  cell: XmlElement,
  { row, column, isHeader }: { row: number; column: number; isHeader: boolean },
): CellInput {
  const rowSpan = Number(cell.attributes["number-rows-spanned"] ?? 1);
  const columnSpan = Number(cell.attributes["number-columns-spanned"] ?? 1);
  const paragraphs = [...descendants(cell, "p"), ...descendants(cell, "h")];
  return {
    text: paragraphs
      .map((each) => inlineText(each) || textOf(child(each, "frame") ?? ""))
      .join(" ")
      .trim(),
    row,
    column,
    ...(rowSpan > 1 && { rowSpan }),
    ...(columnSpan > 1 && { columnSpan }),
    ...(isHeader && { isHeader }),
  };
}
