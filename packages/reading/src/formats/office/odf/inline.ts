import type { LinkInput } from "@besunny/document-model/document-builder";
import { elements, textOf, type XmlElement } from "../../../xml/xml";
import type { RichText } from "../rich-text";
import type { OdfStyles } from "./styles";

/** The text of a paragraph. `hanging` holds its frames and shapes, `notes` and `remarks` its notes and comments. */
export type Inline = RichText & {
  hanging: XmlElement[];
  notes: XmlElement[];
  remarks: XmlElement[];
};

export function readInline(paragraph: XmlElement, styles: OdfStyles): Inline {
  const links: LinkInput[] = [];
  const hanging: XmlElement[] = [];
  const notes: XmlElement[] = [];
  const remarks: XmlElement[] = [];
  let text = "";

  function walk(parent: XmlElement) {
    for (const each of parent.children) {
      if (typeof each === "string") text += each.replace(/\s+/g, " ");
      else visit(each);
    }
  }

  function visit(each: XmlElement) {
    const { name, attributes } = each;
    if (name === "s") text += " ".repeat(Math.min(50, Number(attributes.c ?? 1) || 1));
    else if (name === "tab") text += "\t";
    else if (name === "line-break") text += "\n";
    else if (name === "note") {
      const mark = elements(each, "note-citation").map(textOf).join("");
      text += `[${mark}]`;
      notes.push(each);
    } else if (name === "annotation") remarks.push(each);
    else if (hangs.has(name)) hanging.push(each);
    else if (name === "a") {
      const start = text.length;
      walk(each);
      const url = attributes["xlink:href"];
      if (url && text.length > start) links.push({ start, end: text.length, url });
    } else if (name === "ruby") walk(elements(each, "ruby-base")[0] ?? each);
    else if (silent.has(name)) return;
    else if (name === "span" && styles.isHidden(attributes["style-name"])) return;
    else if (name === "hidden-text" || attributes["is-hidden"] === "true") return;
    else walk(each);
  }

  walk(paragraph);
  return { text, links, hanging, notes, remarks };
}

const hangs = new Set([
  "frame",
  "custom-shape",
  "rect",
  "line",
  "ellipse",
  "circle",
  "polygon",
  "polyline",
  "path",
  "connector",
  "caption",
  "g",
  "text-box",
]);

const silent = new Set([
  "annotation-end",
  "tracked-changes",
  "change",
  "change-start",
  "change-end",
  "bookmark",
  "forms",
]);
