import type { Box, DocumentModel } from "../../document-model";
import {
  type BlockInput,
  type CellInput,
  createModelBuilder,
  type ModelBuilder,
} from "../../model-builder";
import { type Archive, openArchive } from "../archive";
import type { Source } from "../read-file";
import { corrupt } from "../refusals";
import { child, descendants, elements, parseXml, textOf, type XmlElement } from "../tree/xml";
import { readMetadata } from "./metadata";
import { readRelations } from "./relations";

/** A page for each slide that is shown: its shapes in their order, tables, charts' words and speaker's notes. */
export async function readPptx(source: Source): Promise<DocumentModel> {
  const archive = await openArchive(source.bytes, source.limits);
  const name = (await mainPart(archive)) ?? "ppt/presentation.xml";
  if (!archive.has(name)) throw corrupt("The presentation");
  const presentation = parseXml(await archive.text(name));
  const relations = await readRelations(archive, name);
  const [size] = descendants(presentation, "sldSz");
  const builder = createModelBuilder(source);
  Object.assign(builder.metadata, await readMetadata(archive));
  for (const { attributes } of descendants(presentation, "sldId")) {
    const slide = relations.get(attributes["r:id"] ?? attributes.id ?? "");
    if (!slide || !archive.has(slide.path)) continue;
    builder.startPage({
      kind: "slide",
      width: points(size?.attributes.cx),
      height: points(size?.attributes.cy),
    });
    await addSlide(builder, archive, slide.path);
  }
  return builder.build();
}

async function mainPart(archive: Archive): Promise<string | undefined> {
  const relations = parseXml(await archive.text("_rels/.rels"));
  return descendants(relations, "Relationship")
    .find(({ attributes }) => /\/officeDocument$/i.test(attributes.Type ?? ""))
    ?.attributes.Target?.replace(/^\//, "");
}

function points(emu: string | undefined): number {
  return Math.round(Number(emu ?? 0) / 127) / 100;
}

async function addSlide(builder: ModelBuilder, archive: Archive, path: string) {
  const [tree] = descendants(parseXml(await archive.text(path)), "spTree");
  const relations = await readRelations(archive, path);
  if (tree) await addShapes(builder, tree, { archive, relations });
  for (const { path: notes, kind } of relations.values()) {
    if (kind !== "notesSlide" || !archive.has(notes)) continue;
    for (const shape of descendants(parseXml(await archive.text(notes)), "sp"))
      if (placeholderOf(shape) === "body") addShapeText(builder, shape, "footnote");
  }
}

type Surroundings = { archive: Archive; relations: Map<string, { path: string; kind: string }> };

async function addShapes(builder: ModelBuilder, tree: XmlElement, around: Surroundings) {
  const shapes = elements(tree);
  const isTitle = (shape: XmlElement) => /title/i.test(placeholderOf(shape));
  for (const shape of [...shapes.filter(isTitle), ...shapes.filter((each) => !isTitle(each))]) {
    if (shape.name === "sp") addShapeText(builder, shape);
    else if (shape.name === "grpSp") await addShapes(builder, shape, around);
    else if (shape.name === "graphicFrame") await addFrame(builder, shape, around);
    else if (shape.name === "AlternateContent") {
      const chosen = child(shape, "Choice") ?? child(shape, "Fallback");
      if (chosen) await addShapes(builder, chosen, around);
    }
  }
}

function placeholderOf(shape: XmlElement): string {
  const placeholder = child(shape, "nvSpPr/nvPr/ph");
  return placeholder ? (placeholder.attributes.type ?? "body") : "";
}

function addShapeText(builder: ModelBuilder, shape: XmlElement, as?: "footnote") {
  const kind = placeholderOf(shape);
  const boxes = boxesOf(child(shape, "spPr/xfrm"));
  for (const paragraph of descendants(shape, "p")) {
    const text = paragraphText(paragraph);
    builder.add({
      ...(as ? { kind: as } : roleOf(kind, paragraph)),
      text,
      ...(boxes && { boxes }),
    });
  }
}

function roleOf(placeholder: string, paragraph: XmlElement): Pick<BlockInput, "kind" | "level"> {
  if (placeholder === "ctrTitle") return { kind: "title" };
  if (placeholder === "title") return { kind: "heading", level: 1 };
  if (placeholder === "subTitle") return { kind: "heading", level: 2 };
  if (["ftr", "dt", "sldNum"].includes(placeholder)) return { kind: "footer" };
  if (placeholder === "hdr") return { kind: "header" };
  const style = child(paragraph, "pPr");
  const isBulleted = style && (child(style, "buChar") || child(style, "buAutoNum"));
  const isPlain = style && child(style, "buNone");
  if (isBulleted || (placeholder === "body" && !isPlain))
    return { kind: "list-item", level: 1 + Number(style?.attributes.lvl ?? 0) };
  return { kind: "paragraph" };
}

function paragraphText(paragraph: XmlElement): string {
  return elements(paragraph)
    .map((each): string => {
      if (each.name === "br") return "\n";
      if (each.name === "r" || each.name === "fld") return elements(each, "t").map(textOf).join("");
      return each.name === "pPr" || each.name === "endParaRPr"
        ? ""
        : descendants(each, "t").map(textOf).join("");
    })
    .join("");
}

function boxesOf(transform: XmlElement | undefined): Box[] | undefined {
  const [offset, extent] = [child(transform, "off"), child(transform, "ext")];
  if (!offset || !extent) return undefined;
  return [
    [
      points(offset.attributes.x),
      points(offset.attributes.y),
      points(extent.attributes.cx),
      points(extent.attributes.cy),
    ],
  ];
}

async function addFrame(
  builder: ModelBuilder,
  frame: XmlElement,
  { archive, relations }: Surroundings,
) {
  const boxes = boxesOf(child(frame, "xfrm"));
  for (const table of descendants(frame, "tbl"))
    builder.addTable({ cells: cellsOf(table), ...(boxes && { boxes }) });
  for (const { attributes } of [...descendants(frame, "chart"), ...descendants(frame, "relIds")]) {
    const part = relations.get(attributes["r:id"] ?? attributes["r:dm"] ?? attributes.id ?? "");
    if (!part || !archive.has(part.path)) continue;
    const root = parseXml(await archive.text(part.path));
    if (part.kind === "chart") addChart(builder, root);
    else
      for (const paragraph of descendants(root, "p"))
        builder.add({ kind: "paragraph", text: paragraphText(paragraph) });
  }
}

function cellsOf(table: XmlElement): CellInput[] {
  const hasHeader = child(table, "tblPr")?.attributes.firstRow === "1";
  return elements(table, "tr").flatMap((row, rowIndex) =>
    elements(row, "tc").flatMap((cell, column): CellInput[] => {
      const { hMerge, vMerge, gridSpan, rowSpan } = cell.attributes;
      if (hMerge === "1" || vMerge === "1") return [];
      return [
        {
          text: descendants(cell, "p").map(paragraphText).join(" ").trim(),
          row: rowIndex,
          column,
          ...(Number(gridSpan) > 1 && { columnSpan: Number(gridSpan) }),
          ...(Number(rowSpan) > 1 && { rowSpan: Number(rowSpan) }),
          ...(hasHeader && rowIndex === 0 && { isHeader: true }),
        },
      ];
    }),
  );
}

/** A chart's numbers as the table that they were drawn from: categories down, series across. */
function addChart(builder: ModelBuilder, root: XmlElement) {
  for (const title of descendants(root, "title"))
    builder.add({ kind: "caption", text: descendants(title, "t").map(textOf).join(" ") });
  const series = descendants(root, "ser");
  const values = (element: XmlElement | undefined) =>
    element ? descendants(element, "v").map(textOf) : [];
  const categories = values(child(series[0], "cat"));
  const cells: CellInput[] = categories.map((text, row) => ({ text, row: row + 1, column: 0 }));
  cells.push({ text: "", row: 0, column: 0, isHeader: true });
  for (const [index, each] of series.entries()) {
    cells.push({
      text: values(child(each, "tx")).join(" "),
      row: 0,
      column: index + 1,
      isHeader: true,
    });
    for (const [row, text] of values(child(each, "val")).entries())
      cells.push({ text, row: row + 1, column: index + 1 });
  }
  builder.addTable({ cells });
}
