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

/** `hide` takes the words that nobody can see. `isOnGround` says that a colour or drawing may lie behind the text. */
type Given = { styles: OdfStyles; isOnGround: boolean; hide: (text: string) => void };

export function readInline(paragraph: XmlElement, { styles, isOnGround, hide }: Given): Inline {
  const links: LinkInput[] = [];
  const hanging: XmlElement[] = [];
  const notes: XmlElement[] = [];
  const remarks: XmlElement[] = [];
  let text = "";

  const names = [paragraph.attributes["style-name"]];
  let isVisible = styles.isVisible(names, isOnGround);

  function walk(parent: XmlElement) {
    for (const each of parent.children) {
      if (typeof each !== "string") visit(each);
      else if (isVisible) text += each.replace(/\s+/g, " ");
      else hide(each);
    }
  }

  function walkSpan(span: XmlElement) {
    const outer = isVisible;
    names.unshift(span.attributes["style-name"]);
    isVisible = styles.isVisible(names, isOnGround);
    walk(span);
    names.shift();
    isVisible = outer;
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
    else if (name === "hidden-text" || attributes["is-hidden"] === "true")
      hide(attributes["string-value"] || textOf(each));
    else if (name === "span") walkSpan(each);
    else walk(each);
  }

  const isGone = elements(paragraph, "hidden-paragraph").some(
    ({ attributes }) => attributes["is-hidden"] === "true",
  );
  if (isGone) hide(textOf(paragraph));
  else walk(paragraph);
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
