import { child, descendants, elements, type XmlElement } from "../../../xml/xml";
import { type Color, colorOf, isTooLow, isWhite } from "../../visible-letters";
import { numeral } from "../docx/numerals";

export type OdfStyles = {
  /** Returns the display names of the style and of its parent styles, nearest first. */
  namesOf(style: string | undefined): string[];
  /** Returns false for letters in the style of a paragraph, or of a span in it, that nobody can see on a white page. */
  isVisible(styles: (string | undefined)[], isOnGround: boolean): boolean;
  /** Returns true if the style sets a ground that is not white. */
  hasGround(style: string | undefined): boolean;
  /** Returns the list style of a paragraph style. */
  listOf(style: string | undefined): string | undefined;
  /** Returns the number before an item as shown. Empty for bullets and unknown lists, null if the list lacks the level. */
  labelOf(list: string | undefined, level: number, counts: number[]): string | null;
  startOf(list: string | undefined, level: number): number;
  /** The style of the numbers before headings. */
  outline: string;
};

type Style = {
  parent: string | undefined;
  shown: string;
  list: string | undefined;
  isHidden: boolean | undefined;
  size: number | undefined;
  color: Color | null;
  hasGround: boolean;
};

export const outlineList = "\u0000outline";

export function readOdfStyles(roots: XmlElement[]): OdfStyles {
  const styles = new Map<string, Style>();
  const lists = new Map<string, Map<number, XmlElement>>();
  for (const root of roots) {
    for (const each of descendants(root, "style"))
      styles.set(each.attributes.name ?? "", styleOf(each));
    for (const each of descendants(root, "list-style"))
      lists.set(each.attributes.name ?? "", levelsOf(each));
    for (const each of descendants(root, "outline-style")) lists.set(outlineList, levelsOf(each));
  }

  function chainOf(name: string | undefined): Style[] {
    const chain: Style[] = [];
    for (
      let next = styles.get(name ?? "");
      next && chain.length < 20;
      next = styles.get(next.parent ?? "")
    )
      chain.push(next);
    return chain;
  }

  return {
    outline: outlineList,
    namesOf: (style) => {
      const chain = chainOf(style);
      const unknown = chain.length > 0 ? chain.at(-1)?.parent : style;
      return [...chain.map(({ shown }) => shown), decoded(unknown ?? "")];
    },
    isVisible(names, isOnGround) {
      const chain = names.flatMap(chainOf);
      const nearest = <Name extends keyof Style>(name: Name) =>
        chain.map((style) => style[name]).find((value) => value !== undefined && value !== null);
      if (nearest("isHidden") || isTooLow(nearest("size") ?? Number.NaN)) return false;
      const color = nearest("color");
      return isOnGround || !color || !isWhite(color) || chain.some((style) => style.hasGround);
    },
    hasGround: (style) => chainOf(style).some((each) => each.hasGround),
    listOf: (style) => chainOf(style).find(({ list }) => list)?.list,
    startOf: (list, level) =>
      Number(lists.get(list ?? "")?.get(level)?.attributes["start-value"] ?? 1) || 1,
    labelOf(list, level, counts) {
      const levels = lists.get(list ?? "");
      const shown = levels?.get(level);
      if (!shown) return levels ? null : "";
      if (!/number$|outline-level-style/.test(shown.name)) return "";
      return numberOf(levels, level, counts);
    },
  };
}

function styleOf(element: XmlElement): Style {
  const { attributes } = element;
  return {
    parent: attributes["parent-style-name"],
    shown: attributes["display-name"] ?? decoded(attributes.name ?? ""),
    list: attributes["list-style-name"] || undefined,
    ...lookOf(element),
  };
}

function lookOf(element: XmlElement): Pick<Style, "isHidden" | "size" | "color" | "hasGround"> {
  const letters = child(element, "text-properties")?.attributes ?? {};
  const display = letters["text:display"];
  const [, points] = /^([\d.]+)pt$/.exec(letters["font-size"] ?? "") ?? [];
  return {
    isHidden: display === undefined ? undefined : display === "none",
    size: points === undefined ? undefined : Number(points),
    color: colorOf(letters.color),
    hasGround: elements(element).some(isGround),
  };
}

/** Returns true for properties with a colour or picture behind the text. */
export function isGround(properties: XmlElement): boolean {
  const ground = properties.attributes["background-color"];
  const color = colorOf(ground);
  const isColored = ground !== undefined && ground !== "transparent" && !(color && isWhite(color));
  return isColored || child(properties, "background-image")?.attributes["xlink:href"] !== undefined;
}

function levelsOf(list: XmlElement): Map<number, XmlElement> {
  return new Map(elements(list).map((each) => [Number(each.attributes.level ?? 1), each]));
}

function numberOf(
  levels: Map<number, XmlElement> | undefined,
  level: number,
  counts: number[],
): string | null {
  const own = levels?.get(level)?.attributes ?? {};
  const writing = own["num-format"] ?? "";
  if (writing === "") return null;
  const shown = Math.max(1, Number(own["display-levels"] ?? 1) || 1);
  const parts: string[] = [];
  for (let each = Math.max(1, level - shown + 1); each <= level; each++) {
    const format = levels?.get(each)?.attributes["num-format"];
    if (format) parts.push(numeral(counts[each] ?? 1, writings[format] ?? "decimal"));
  }
  return `${own["num-prefix"] ?? ""}${parts.join(".")}${own["num-suffix"] ?? ""}`.trim();
}

const writings: Record<string, string> = {
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};

/** Decodes the name of a style, in which characters other than letters are written as `_20_`. */
function decoded(name: string): string {
  return name.replace(/_([0-9a-f]{2,4})_/gi, (whole, code: string) => {
    const point = Number.parseInt(code, 16);
    return point > 0 ? String.fromCodePoint(point) : whole;
  });
}
