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

  return {
    async of(section, kind) {
      if (!section) return [];
      const hasFirst = toggle(child(section, "titlePg")) ?? false;
      const items: ContentItem[] = [];
      for (const { attributes } of elements(section, `${kind}Reference`)) {
        if (attributes.type === "first" && !hasFirst) continue;
        if (attributes.type === "even" && !hasEvenPages) continue;
        const path = partOf(context.relations, attributes["r:id"] ?? attributes.id, archive);
        if (path) items.push(...(await margin(path, kind)));
      }
      return items;
    },
  };
}
