import type { Archive } from "../../../archive/archive";
import { child, descendants, parseXml, type XmlElement } from "../../../xml/xml";

export type Style = {
  id: string;
  name: string;
  basedOn: string | undefined;
  outline: number | undefined;
  list: string | undefined;
  listLevel: number | undefined;
  isHidden: boolean | undefined;
  font: string | undefined;
  align: string | undefined;
  color: string | undefined;
  /** Height of the letters in half points. */
  size: string | undefined;
  isShaded: boolean;
};

export type Styles = {
  /** Returns the style and its base styles, nearest first. Without an id, starts at the default paragraph style. */
  chainOf(id: string | undefined): Style[];
  /** The lists of numbering styles, by the styles' ids. */
  lists: Map<string, string>;
};

const longestChain = 20;

export async function readStyles(archive: Archive, part: string | undefined): Promise<Styles> {
  const styles = new Map<string, Style>();
  const lists = new Map<string, string>();
  let usual: string | undefined;
  if (part)
    for (const element of descendants(parseXml(await archive.text(part)), "style")) {
      const style = styleOf(element);
      styles.set(style.id, style);
      if (style.list && element.attributes.type === "numbering") lists.set(style.id, style.list);
      if (isTrue(element.attributes.default) && element.attributes.type === "paragraph")
        usual = style.id;
    }
  const chains = new Map<string, Style[]>();
  return {
    lists,
    chainOf(id) {
      const first = id !== undefined && styles.has(id) ? id : id === undefined ? usual : undefined;
      const known = chains.get(first ?? "");
      if (known) return known;
      const chain: Style[] = [];
      for (
        let next = styles.get(first ?? "");
        next && chain.length < longestChain && !chain.includes(next);
        next = styles.get(next.basedOn ?? "")
      )
        chain.push(next);
      chains.set(first ?? "", chain);
      return chain;
    },
  };
}

function styleOf(element: XmlElement): Style {
  const value = (path: string) => child(element, path)?.attributes.val;
  const outline = value("pPr/outlineLvl");
  const level = value("pPr/numPr/ilvl");
  const fonts = child(element, "rPr/rFonts")?.attributes;
  return {
    id: element.attributes.styleId ?? "",
    name: value("name")?.toLowerCase() ?? "",
    basedOn: value("basedOn"),
    outline: outline === undefined ? undefined : Number(outline),
    list: value("pPr/numPr/numId"),
    listLevel: level === undefined ? undefined : Number(level),
    isHidden: toggle(child(element, "rPr/vanish")),
    font: fonts?.ascii ?? fonts?.hAnsi,
    align: value("rPr/vertAlign"),
    color: value("rPr/color"),
    size: value("rPr/sz"),
    isShaded: descendants(element, "shd").length + descendants(element, "highlight").length > 0,
  };
}

/** Returns the value of an on-off property. A property without a value is on; a missing property is undefined. */
export function toggle(element: XmlElement | undefined): boolean | undefined {
  return element && (element.attributes.val === undefined || isTrue(element.attributes.val));
}

function isTrue(value: string | undefined): boolean {
  return value !== undefined && /^(1|on|true)$/i.test(value);
}
