import type { DocumentModel } from "../../document-model";
import { createModelBuilder, type ModelBuilder } from "../../model-builder";
import { decodeText } from "../decode-text";
import type { Source } from "../read-file";
import { corrupt } from "../refusals";
import { elements, parseXml, textOf, type XmlElement } from "../tree/xml";
import { addElement } from "./add-html";

/** XML of any vocabulary: an element with text of its own is a paragraph; titles, lists and tables go by their names. */
export async function readXml(source: Source): Promise<DocumentModel> {
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)/.exec(
    source.bytes.subarray(0, 200).toString("latin1"),
  )?.[1];
  const root = parseXml(
    decodeText(source.bytes, /utf-?8/i.test(declared ?? "utf-8") ? undefined : declared),
  );
  if (elements(root).length === 0) throw corrupt("The XML file");
  const builder = createModelBuilder(source);
  builder.startPage({ kind: "flow" });
  walk(builder, root, 0);
  return builder.build();
}

function walk(builder: ModelBuilder, element: XmlElement, depth: number) {
  for (const child of elements(element)) {
    const { name } = child;
    if (name === "table" || name === "tgroup")
      addElement(builder, { ...child, name: "", children: [{ ...child, name: "table" }] });
    else if (hasOwnText(child) || elements(child).length === 0) addText(builder, child, depth);
    else walk(builder, child, depth + 1);
  }
}

function addText(builder: ModelBuilder, element: XmlElement, depth: number) {
  const text = textOf(element).replace(/\s+/g, " ");
  if (/title|^head(ing)?$|^h\d$/i.test(element.name))
    builder.add({ kind: "heading", level: Math.min(6, Math.max(1, depth - 1)), text });
  else
    builder.add({
      kind: /^(li|item|list-?item)$/i.test(element.name) ? "list-item" : "paragraph",
      text,
    });
}

function hasOwnText({ children }: XmlElement): boolean {
  return children.some((child) => typeof child === "string" && child.trim() !== "");
}
