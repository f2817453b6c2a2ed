import { descendants, elements, textOf, type XmlElement } from "../../../xml/xml";

/** A number format of a cell style. `kind` is `date` for dates and times. */
export type DataFormat = { code: string; kind: "date" | "number" };

/** Reads the number formats of cell styles, by the styles' names, from the roots of `styles.xml` and `content.xml`. */
export function readDataFormats(roots: readonly XmlElement[]): Map<string, DataFormat> {
  const codes = new Map<string, DataFormat>();
  const styles = new Map<string, { data: string | undefined; parent: string | undefined }>();
  for (const root of roots) {
    for (const [name, kind] of kinds)
      for (const style of descendants(root, name))
        codes.set(style.attributes.name ?? "", { code: codeOf(style), kind });
    for (const { attributes } of descendants(root, "style"))
      if (attributes.family === "table-cell")
        styles.set(attributes.name ?? "", {
          data: attributes["data-style-name"],
          parent: attributes["parent-style-name"],
        });
  }
  const formats = new Map<string, DataFormat>();
  for (const name of styles.keys()) {
    let style = styles.get(name);
    for (let depth = 0; style && !style.data && depth < 20; depth += 1)
      style = styles.get(style.parent ?? "");
    const format = codes.get(style?.data ?? "");
    if (format?.code) formats.set(name, format);
  }
  return formats;
}

const kinds = [
  ["date-style", "date"],
  ["time-style", "date"],
  ["number-style", "number"],
  ["percentage-style", "number"],
  ["currency-style", "number"],
] as const;

/** Writes a data style of OpenDocument as the number format that Excel knows. */
function codeOf(style: XmlElement): string {
  const isDuration = style.attributes["truncate-on-overflow"] === "false";
  return elements(style)
    .map((part, index, parts) => {
      const code = (writings[part.name] ?? nothing)(part);
      const isFirst = !parts.slice(0, index).some(({ name }) => name in durations);
      return isDuration && isFirst && part.name in durations ? `[${code}]` : code;
    })
    .join("");
}

const nothing = () => "";
const isLong = ({ attributes }: XmlElement) => attributes.style === "long";
const durations: Record<string, true> = { hours: true, minutes: true, seconds: true };

const writings: Record<string, (part: XmlElement) => string> = {
  year: (part) => (isLong(part) ? "yyyy" : "yy"),
  month: (part) => {
    if (part.attributes.textual === "true") return isLong(part) ? "mmmm" : "mmm";
    return isLong(part) ? "mm" : "m";
  },
  day: (part) => (isLong(part) ? "dd" : "d"),
  "day-of-week": (part) => (isLong(part) ? "dddd" : "ddd"),
  hours: (part) => (isLong(part) ? "hh" : "h"),
  minutes: (part) => (isLong(part) ? "mm" : "m"),
  seconds: (part) => (isLong(part) ? "ss" : "s"),
  "am-pm": () => "AM/PM",
  text: (part) => (textOf(part) === "%" ? "%" : quoted(textOf(part))),
  "currency-symbol": (part) => quoted(textOf(part)),
  number: ({ attributes }) => {
    const whole = "0".repeat(bounded(attributes["min-integer-digits"], 1));
    const decimals = "0".repeat(bounded(attributes["decimal-places"], 0));
    const grouped = attributes.grouping === "true" ? `#,${whole.padStart(3, "#")}` : whole;
    return decimals ? `${grouped}.${decimals}` : grouped;
  },
};

function bounded(digits: string | undefined, fallback: number): number {
  return Math.min(20, Math.max(0, Number(digits ?? fallback) || 0));
}

function quoted(text: string): string {
  return text === "" ? "" : `"${text.replaceAll('"', "")}"`;
}
