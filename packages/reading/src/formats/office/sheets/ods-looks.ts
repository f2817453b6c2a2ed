import { child, descendants, elements, type XmlElement } from "../../../xml/xml";

/** The look of cells by their style. */
export type OdsLooks = {
  /** Returns true if the number format of the style shows nothing of a word or of a number, as `;;;` does. */
  hides(style: string | undefined, isNumber: boolean): boolean;
  /** Returns true if the letters are white and the cell has no other colour. */
  isWhite(style: string | undefined): boolean;
};

type Style = {
  parent: string | undefined;
  data: string | undefined;
  color: string | undefined;
  ground: string | undefined;
};

const dataStyles = /^(number|text|date|time|percentage|currency|boolean)-style$/;

/** Reads how cells look, from the roots of `styles.xml` and `content.xml`. */
export function readOdsLooks(roots: readonly XmlElement[]): OdsLooks {
  const styles = new Map<string, Style>();
  const formats = new Map<string, XmlElement>();
  for (const root of roots) {
    for (const style of descendants(root, "style"))
      if (style.attributes.family === "table-cell")
        styles.set(style.attributes.name ?? "", styleOf(style));
    for (const group of elements(root).flatMap((each) => [each, ...elements(each)]))
      for (const format of elements(group))
        if (dataStyles.test(format.name)) formats.set(format.attributes.name ?? "", format);
  }

  function inherited(name: string | undefined, key: keyof Style): string | undefined {
    let style = styles.get(name ?? "");
    for (let depth = 0; style && style[key] === undefined && depth < 20; depth += 1)
      style = styles.get(style.parent ?? "");
    return style?.[key];
  }

  return {
    hides(style, isNumber) {
      const format = formats.get(inherited(style, "data") ?? "");
      if (!format || (!isNumber && format.name !== "text-style")) return false;
      const others = elements(format, "map").map(({ attributes }) =>
        formats.get(attributes["apply-style-name"] ?? ""),
      );
      return [format, ...others].every((each) => each !== undefined && isEmpty(each));
    },
    isWhite: (style) =>
      isWhite(inherited(style, "color")) &&
      /^(transparent|#f[\da-f]f[\da-f]f[\da-f])$/i.test(
        inherited(style, "ground") ?? "transparent",
      ),
  };
}

function styleOf(style: XmlElement): Style {
  const letters = child(style, "text-properties")?.attributes ?? {};
  return {
    parent: style.attributes["parent-style-name"],
    data: style.attributes["data-style-name"],
    color: letters["use-window-font-color"] === "true" ? "" : letters["fo:color"],
    ground: child(style, "table-cell-properties")?.attributes["fo:background-color"],
  };
}

/** The colour of a format and the conditions of its parts write no sign. */
function isEmpty(format: XmlElement): boolean {
  return elements(format).every(({ name }) => name === "map" || name === "text-properties");
}

function isWhite(color: string | undefined): boolean {
  return /^#f[\da-f]f[\da-f]f[\da-f]$/i.test(color ?? "");
}
