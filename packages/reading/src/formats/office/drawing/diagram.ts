import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import { child, descendants, textOf, type XmlElement } from "../../../xml/xml";

/** Adds the words of a SmartArt drawing as the list that its author typed. */
export function addDiagram(builder: DocumentBuilder, root: XmlElement) {
  const texts = new Map<string, string>();
  let top = "";
  for (const point of descendants(root, "pt")) {
    const { modelId = "", type = "node" } = point.attributes;
    if (type === "doc") top = modelId;
    else if (type === "node" || type === "asst") texts.set(modelId, wordsOf(point));
  }
  const children = childrenOf(root);
  const said = new Set<string>();
  const add = (id: string, level: number) => {
    for (const next of children.get(id) ?? []) {
      if (said.has(next) || level > 20) continue;
      said.add(next);
      builder.add({ kind: "list-item", level, text: texts.get(next) ?? "" });
      add(next, level + 1);
    }
  };
  add(top, 1);
  for (const [id, text] of texts)
    if (!said.has(id)) builder.add({ kind: "list-item", level: 1, text });
}

function childrenOf(root: XmlElement): Map<string, string[]> {
  const links = descendants(root, "cxn")
    .filter(({ attributes }) => (attributes.type ?? "parOf") === "parOf")
    .sort((a, b) => Number(a.attributes.srcOrd ?? 0) - Number(b.attributes.srcOrd ?? 0));
  const children = new Map<string, string[]>();
  for (const { attributes } of links) {
    const { srcId = "", destId = "" } = attributes;
    children.set(srcId, [...(children.get(srcId) ?? []), destId]);
  }
  return children;
}

function wordsOf(point: XmlElement): string {
  return descendants(child(point, "t") ?? point, "p")
    .map((paragraph) => descendants(paragraph, "t").map(textOf).join(""))
    .filter((text) => text.trim() !== "")
    .join("\n");
}
