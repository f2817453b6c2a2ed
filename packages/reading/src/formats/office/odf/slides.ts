import type { BlockInput } from "@besunny/document-model/document-builder";
import type { Box, Page } from "@besunny/document-model/parsed-document";
import { descendants, elements, textOf, type XmlElement } from "../../../xml/xml";
import type { ContentItem } from "../content-item";
import { isOutside } from "../is-outside";
import { inReadingOrder } from "../pptx/reading-order";
import { cellText, flowOf, type OdfContext } from "./flow";
import { pointsOf } from "./lengths";

/** Returns the items of a slide: its title, the other shapes in reading order, then the speaker's notes. Shapes beside the slide are hidden. */
export function slideItems(
  page: XmlElement,
  context: OdfContext,
  size: ReturnType<typeof slideSize>,
): ContentItem[] {
  const shapes = elements(page).filter((shape) => {
    if (shape.name === "notes") return false;
    const isAway = isOutside(boxOf(shape), size);
    if (isAway) context.hide(textOf(shape));
    return !isAway;
  });
  const isTitle = (shape: XmlElement) => shape.attributes["presentation:class"] === "title";
  const others = shapes
    .filter((shape) => !isTitle(shape))
    .map((shape) => ({ shape, box: boxOf(shape) }));
  return [
    ...shapes.filter(isTitle).flatMap((shape) => shapeItems(shape, context)),
    ...inReadingOrder(others).flatMap(({ shape }) => shapeItems(shape, context)),
    ...elements(page, "notes").flatMap((notes) => noteItems(notes, context)),
  ];
}

function shapeItems(shape: XmlElement, context: OdfContext): ContentItem[] {
  const role = shape.attributes["presentation:class"] ?? "";
  if (shape.attributes["presentation:placeholder"] === "true") return [];
  const as: Pick<BlockInput, "kind" | "level"> | undefined =
    role === "title"
      ? { kind: "heading", level: 1 }
      : /^(footer|date-time|page-number)$/.test(role)
        ? { kind: "footer" }
        : role === "header"
          ? { kind: "header" }
          : undefined;
  const box = boxOf(shape);
  return flowOf({ name: "", attributes: {}, children: [shape] }, context, as ? { as } : {}).map(
    (item) =>
      ("text" in item || item.kind === "picture") && box ? { ...item, boxes: [box] } : item,
  );
}

function noteItems(notes: XmlElement, context: OdfContext): ContentItem[] {
  const words = elements(notes)
    .filter(({ attributes }) => attributes["presentation:class"] === "notes")
    .map((shape) => cellText({ name: "", attributes: {}, children: [shape] }, context, "\n").rich)
    .filter(({ text }) => text.trim() !== "");
  return words.map(({ text }) => ({ kind: "footnote", text: `Notes: ${text.trim()}` }));
}

function boxOf({ attributes }: XmlElement): Box | undefined {
  const [x, y, width, height] = ["svg:x", "svg:y", "svg:width", "svg:height"].map((name) =>
    attributes[name] === undefined ? undefined : pointsOf(attributes[name]),
  );
  return x === undefined || y === undefined || width === undefined || height === undefined
    ? undefined
    : [x, y, width, height];
}

/** Returns the size of the paper or screen that the slide's master names. */
export function slideSize(
  page: XmlElement,
  styles: XmlElement,
): Partial<Pick<Page, "width" | "height">> {
  const master = descendants(styles, "master-page").find(
    ({ attributes }) => attributes.name === page.attributes["master-page-name"],
  );
  const layout = descendants(styles, "page-layout").find(
    ({ attributes }) => attributes.name === master?.attributes["page-layout-name"],
  );
  const size = layout && descendants(layout, "page-layout-properties")[0]?.attributes;
  return size ? { width: pointsOf(size["page-width"]), height: pointsOf(size["page-height"]) } : {};
}
