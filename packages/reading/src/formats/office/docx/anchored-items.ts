import type { Archive } from "../../../archive/archive";
import { child, descendants, elements, textOf, type XmlElement } from "../../../xml/xml";
import type { ContentItem, PictureItem } from "../content-item";
import { isHiddenShape } from "../hidden-shapes";
import { points } from "../points";
import { partOf, type Relations } from "../relations";
import { chosenOf } from "./runs";

type Given = {
  archive: Archive;
  relations: Relations;
  /** Reads the paragraphs and tables in a text box. */
  flow: (box: XmlElement) => ContentItem[];
  /** Takes the words of hidden drawings. */
  hide: (text: string) => void;
};

/** Returns the items anchored in a paragraph: text boxes, pictures, charts, SmartArt and embedded files. */
export function anchoredItems(element: XmlElement, given: Given): ContentItem[] {
  const items: ContentItem[] = [];
  const walk = (parent: XmlElement, around: Shown) => {
    for (const each of elements(parent)) {
      const own: Shown = {
        description: descriptionOf(each) || around.description,
        size: sizeOf(each) ?? around.size,
      };
      if (each.name === "del" || each.name === "moveFrom") continue;
      if (isHiddenShape(each)) given.hide(textOf(each));
      else if (each.name === "AlternateContent") walk(chosenOf(each), own);
      else if (each.name === "txbxContent") items.push(...given.flow(each));
      else if (each.name === "txBody") items.push(...drawnText(each));
      else {
        const item = itemOf(each, own, given);
        if (item) items.push(item);
        walk(each, own);
      }
    }
  };
  walk(element, { description: descriptionOf(element), size: undefined });
  return items;
}

/** The description and size that a picture has from the frame around it. */
type Shown = Pick<PictureItem, "description" | "size">;

/** Returns the size of a frame in points: of a drawing in its extent, of a shape of older Word in its style. */
function sizeOf(element: XmlElement): PictureItem["size"] {
  if (/^(inline|anchor)$/.test(element.name)) {
    const extent = child(element, "extent")?.attributes;
    return extent && [points(extent.cx), points(extent.cy)];
  }
  if (element.name === "pic") {
    const extent = child(element, "spPr/xfrm/ext")?.attributes;
    return extent && [points(extent.cx), points(extent.cy)];
  }
  if (!/^(shape|rect)$/.test(element.name)) return undefined;
  const length = (name: string) => {
    const style = new RegExp(`(?:^|;)\\s*${name}:\\s*([\\d.]+)(pt|in|px)?`);
    const [, number, unit] = style.exec(element.attributes.style ?? "") ?? [];
    return Number(number ?? 0) * (unit === "in" ? 72 : unit === "px" ? 0.75 : 1);
  };
  const [width, height] = [length("width"), length("height")];
  return width > 0 && height > 0 ? [width, height] : undefined;
}

function itemOf(
  { name, attributes }: XmlElement,
  shown: Shown,
  { archive, relations }: Given,
): ContentItem | null {
  const part = (id: string | undefined) => partOf(relations, id, archive);
  const id = attributes["r:id"] ?? attributes.id;
  switch (name) {
    case "blip":
      return {
        kind: "picture",
        path: part(attributes["r:embed"] ?? attributes.embed),
        ...shown,
      };
    case "imagedata":
      return {
        kind: "picture",
        path: part(id),
        description: attributes.title ?? shown.description,
        size: shown.size,
      };
    case "chart": {
      const path = part(id);
      return path ? { kind: "chart", path } : null;
    }
    case "relIds": {
      const path = part(attributes["r:dm"] ?? attributes.dm);
      return path ? { kind: "diagram", path } : null;
    }
    case "OLEObject": {
      const path = part(id);
      const file = path?.slice(path.lastIndexOf("/") + 1) ?? "";
      return path ? { kind: "embedded", path, name: file } : null;
    }
    case "textpath":
      return { kind: "paragraph", text: attributes.string ?? "" };
    default:
      return null;
  }
}

function descriptionOf(element: XmlElement): string {
  const { name, attributes } = element;
  if (name === "shape" || name === "rect") return attributes.alt ?? "";
  if (name === "docPr" || name === "cNvPr") return attributes.descr || attributes.title || "";
  for (const each of elements(element))
    if (each.name === "docPr" || each.name === "nvPicPr" || each.name === "cNvPr") {
      const found = descriptionOf(each);
      if (found) return found;
    }
  return "";
}

function drawnText(body: XmlElement): ContentItem[] {
  return descendants(body, "p").map((paragraph) => ({
    kind: "paragraph",
    text: descendants(paragraph, "t").map(textOf).join(""),
  }));
}
