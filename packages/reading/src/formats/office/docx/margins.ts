import { child, elements, parseXml, type XmlElement } from "../../../xml/xml";
import type { ContentItem } from "../content-item";
import type { OfficeFile } from "../office-file";
import { partOf, readRelations } from "../relations";
import { cellText, type FlowContext } from "./flow";
import { toggle } from "./styles";

export type Margins = {
  /** Returns the headers or footers of a section. A text that repeats is returned only once. */
  of(section: XmlElement | undefined, kind: "header" | "footer"): Promise<ContentItem[]>;
};

/** `hasEvenPages` is true if even pages have headers and footers of their own. */
export function readMargins(
  { archive }: OfficeFile,
  context: FlowContext,
  hasEvenPages: boolean,
): Margins {
  const said = new Set<string>();

  async function margin(path: string, kind: "header" | "footer"): Promise<ContentItem[]> {
    const relations = await readRelations(archive, path);
    const root = elements(parseXml(await archive.text(path)))[0];
    if (!root) return [];
    const { rich, beside } = cellText(root, { ...context, relations }, "\n");
    const key = `${kind}\n${rich.text.trim()}`;
    if (said.has(key)) return [];
    said.add(key);
    return [{ kind, ...rich }, ...beside.filter((item) => item.kind === "picture")];
  }

  /** The parts in force, by kind and pages. A section without a reference has those of the section before it. */
  const inForce = new Map<string, string>();

  return {
    async of(section, kind) {
      if (!section) return [];
      for (const { attributes } of elements(section, `${kind}Reference`)) {
        const path = partOf(context.relations, attributes["r:id"] ?? attributes.id, archive);
        if (path) inForce.set(`${kind} ${attributes.type ?? "default"}`, path);
      }
      const hasFirst = toggle(child(section, "titlePg")) ?? false;
      const pages = [...(hasFirst ? ["first"] : []), "default", ...(hasEvenPages ? ["even"] : [])];
      const items: ContentItem[] = [];
      for (const each of pages) {
        const path = inForce.get(`${kind} ${each}`);
        if (path) items.push(...(await margin(path, kind)));
      }
      return items;
    },
  };
}
