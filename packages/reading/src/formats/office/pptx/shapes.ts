import type { BlockInput, CellInput } from "@besunny/document-model/document-builder";
import type { Box } from "@besunny/document-model/parsed-document";
import type { Archive } from "../../../archive/archive";
import { child, descendants, elements, type XmlElement } from "../../../xml/xml";
import { clipSpans } from "../clip-spans";
import type { ContentItem } from "../content-item";
import { partOf, type Relations } from "../relations";
import { joinRich } from "../rich-text";
import { type Layout, type Placeholder, placeholderOf } from "./layouts";
import { inReadingOrder } from "./reading-order";
import { paragraphsOf, runsOf, type SlideParagraph } from "./text";
import { boxesOf } from "./transforms";
import type { UnseenShapes } from "./unseen-shapes";

export type SlideContext = {
  archive: Archive;
  relations: Relations;
  layout: Layout;
  isFirst: boolean;
  /** Shapes in a group have places of their own measure. */
  isInGroup?: boolean;
  /** Finds what nobody can see on the slide. */
  unseen: UnseenShapes;
};

/** Returns the items of a slide or group: the title, the other shapes in reading order, then date, footer and number. */
export function shapeItems(tree: XmlElement, context: SlideContext): ContentItem[] {
  const shapes = elements(tree)
    .flatMap((each) => (each.name === "AlternateContent" ? elements(chosenOf(each)) : [each]))
    .filter((shape) => !context.unseen.takes(shape, slidePlaceOf(shape, context)))
    .map((shape) => {
      const type = placeholderOf(shape)?.type ?? "";
      const rank = isTitle(type) ? 0 : margins.has(type) ? 2 : 1;
      return { shape, rank, box: placeOf(shape, context)?.[0] };
    });
  return [0, 1, 2]
    .flatMap((rank) => inReadingOrder(shapes.filter((each) => each.rank === rank)))
    .flatMap(({ shape }) => itemsOf(shape, context));
}

function placeOf(shape: XmlElement, { layout }: SlideContext): Box[] | undefined {
  const placeholder = placeholderOf(shape);
  const own = child(shape, "spPr/xfrm") ?? child(shape, "grpSpPr/xfrm") ?? child(shape, "xfrm");
  return boxesOf(own ?? (placeholder ? layout.transformOf(placeholder) : undefined));
}

function slidePlaceOf(shape: XmlElement, context: SlideContext): Box | undefined {
  return context.isInGroup ? undefined : placeOf(shape, context)?.[0];
}

/** Returns the alternative that has content to read. */
function chosenOf(alternatives: XmlElement): XmlElement {
  const choice = elements(alternatives, "Choice").find(({ children }) => children.length > 0);
  const fallback = child(alternatives, "Fallback");
  const isRead = (each: XmlElement | undefined) =>
    each !== undefined && elements(each).some(({ name }) => read.has(name));
  return (isRead(choice) ? choice : isRead(fallback) ? fallback : choice) ?? alternatives;
}

const read = new Set(["sp", "grpSp", "graphicFrame", "pic", "cxnSp"]);
const margins = new Set(["ftr", "dt", "sldNum"]);

function isTitle(type: string): boolean {
  return type === "title" || type === "ctrTitle";
}

function itemsOf(shape: XmlElement, context: SlideContext): ContentItem[] {
  switch (shape.name) {
    case "sp":
    case "cxnSp":
      return textItems(shape, context);
    case "grpSp":
      return shapeItems(shape, { ...context, isInGroup: true });
    case "pic":
      return pictureItems(shape, context);
    case "graphicFrame":
      return frameItems(shape, context);
    default:
      return [];
  }
}

function textItems(shape: XmlElement, context: SlideContext): ContentItem[] {
  const placeholder = placeholderOf(shape);
  const body = child(shape, "txBody") ?? child(shape, "txXfrm/txBody");
  const boxes = placeOf(shape, context);
  const fill = child(shape, "spPr/blipFill") ? pictureItems(shape, context) : [];
  if (!body) return fill;
  const isSeen = context.unseen.runsOn(shape, slidePlaceOf(shape, context), placeholder !== null);
  const paragraphs = paragraphsOf(body, context.layout.stylesOf(placeholder), {
    relations: context.relations,
    isSeen,
  });
  if (placeholder && isTitle(placeholder.type))
    return [titleOf(paragraphs, placeholder, boxes, context), ...fill];
  return [
    ...paragraphs.map((paragraph): ContentItem => {
      const role = paragraphRole(placeholder, paragraph);
      const { bullet, links } = paragraph;
      const text = bullet ? `${bullet} ${paragraph.text}` : paragraph.text;
      const offset = text.length - paragraph.text.length;
      return {
        ...role,
        text,
        links: links.map((link) => ({
          ...link,
          start: link.start + offset,
          end: link.end + offset,
        })),
        boxes,
      };
    }),
    ...fill,
  ];
}

function titleOf(
  paragraphs: SlideParagraph[],
  { type }: Placeholder,
  boxes: Box[] | undefined,
  { isFirst }: SlideContext,
): ContentItem {
  const rich = joinRich(paragraphs, " ");
  const role: Pick<BlockInput, "kind" | "level"> =
    type === "ctrTitle" && isFirst ? { kind: "title" } : { kind: "heading", level: 1 };
  return { ...role, ...rich, boxes };
}

function paragraphRole(
  placeholder: Placeholder | null,
  { bullet, level }: SlideParagraph,
): Pick<BlockInput, "kind" | "level"> {
  if (placeholder && margins.has(placeholder.type)) return { kind: "footer" };
  if (placeholder?.type === "hdr") return { kind: "header" };
  return bullet === null ? { kind: "paragraph" } : { kind: "list-item", level };
}

function pictureItems(shape: XmlElement, context: SlideContext): ContentItem[] {
  const { archive, relations } = context;
  const properties = child(shape, "nvPicPr/cNvPr")?.attributes;
  const boxes = placeOf(shape, context);
  const [[, , width, height] = [0, 0, 0, 0]] = boxes ?? [];
  return descendants(shape, "blip").map(({ attributes }) => ({
    kind: "picture",
    path: partOf(relations, attributes["r:embed"] ?? attributes.embed, archive),
    description: properties?.descr ?? "",
    boxes,
    ...(boxes && { size: [width, height] }),
  }));
}

function frameItems(frame: XmlElement, context: SlideContext): ContentItem[] {
  const { archive, relations } = context;
  const boxes = boxesOf(child(frame, "xfrm"));
  const items: ContentItem[] = descendants(frame, "tbl").map((table) => ({
    kind: "table",
    cells: clipSpans(cellsOf(table, relations)),
    ...(boxes && { boxes }),
  }));
  for (const { attributes } of descendants(frame, "chart")) {
    const path = partOf(relations, attributes["r:id"] ?? attributes.id, archive);
    if (path) items.push({ kind: "chart", path });
  }
  for (const { attributes } of descendants(frame, "relIds")) {
    const path = partOf(relations, attributes["r:dm"] ?? attributes.dm, archive);
    if (path) items.push({ kind: "diagram", path });
  }
  for (const object of descendants(frame, "oleObj")) {
    const path = partOf(relations, object.attributes["r:id"] ?? object.attributes.id, archive);
    if (path) items.push({ kind: "embedded", path, name: path.slice(path.lastIndexOf("/") + 1) });
    items.push(...pictureItems(object, context));
  }
  return items;
}

function cellsOf(table: XmlElement, relations: Relations): CellInput[] {
  const hasHeader = /^(1|true)$/.test(child(table, "tblPr")?.attributes.firstRow ?? "");
  return elements(table, "tr").flatMap((row, rowIndex) =>
    elements(row, "tc").flatMap((cell, column): CellInput[] => {
      const { hMerge, vMerge, gridSpan, rowSpan } = cell.attributes;
      if (isOn(hMerge) || isOn(vMerge)) return [];
      const paragraphs = descendants(cell, "p").map((each) => runsOf(each, { relations }));
      return [
        {
          ...joinRich(
            paragraphs.filter(({ text }) => text.trim() !== ""),
            " ",
          ),
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

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
