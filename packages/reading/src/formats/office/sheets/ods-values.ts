import type { XmlElement } from "../../../xml/xml";
import { type FilledCell, formulaText } from "./cells";
import type { DataFormat } from "./ods-formats";
import { shownDateAlone, shownNumber, withShownDate } from "./shown-number";

/** Returns the formula of a cell of OpenDocument that stores no value, or null for other cells. */
export function unstoredFormula({ attributes }: XmlElement): string | null {
  const { formula, "value-type": type } = attributes;
  const isNumber = /^(float|percentage|currency)$/.test(type ?? "float");
  if (!formula || !isNumber || written(attributes) !== undefined) return null;
  return plainFormula(formula);
}

/** Returns the formula of a cell of OpenDocument that stores its value as well. */
export function storedFormula({ attributes: { formula } }: XmlElement): { formula?: string } {
  return formula ? { formula: formulaText(plainFormula(formula)) } : {};
}

/** Returns a formula of OpenDocument with plain addresses: `of:=SUM([.A1:.A3])` becomes `=SUM(A1:A3)`. */
function plainFormula(formula: string): string {
  return formula
    .replace(/^\w+:/, "")
    .replace(/\[([^\]]*)\]/g, (_whole, place: string) => place.replace(/(^|:)\./g, "$1"));
}

/**
 * Returns the shown text of a cell of OpenDocument, with the exact date of a date and the number of a number. Some exporters write the value
 * alone, without a shown text.
 */
export function cellValue(
  { attributes }: XmlElement,
  shown: string,
  formats: ReadonlyMap<string, DataFormat>,
): Pick<FilledCell, "text" | "number" | "shown"> {
  const type = attributes["value-type"];
  const format = formats.get(attributes["style-name"] ?? "");
  switch (type) {
    case "date": {
      const iso = isoOf(attributes["date-value"] ?? "");
      if (!iso) return { text: shown };
      return { text: withShownDate(iso, bare(shown)), ...shownDateAlone(bare(shown)) };
    }
    case "boolean":
      return { text: shown || (attributes["boolean-value"] === "true" ? "TRUE" : "FALSE") };
    case "time":
      return { text: shown || durationText(attributes["time-value"] ?? "", format) };
    case "string":
      return { text: shown || (attributes["string-value"] ?? "") };
    case "float":
    case "percentage":
    case "currency":
      return numberOf(attributes, shown, format);
    default:
      return { text: shown };
  }
}

function numberOf(
  attributes: XmlElement["attributes"],
  shown: string,
  format: DataFormat | undefined,
): Pick<FilledCell, "text" | "number"> {
  const number = Number(written(attributes) ?? Number.NaN);
  if (!Number.isFinite(number)) return { text: shown };
  const isBare = shown === "" || Number(shown) === number;
  const formatted =
    isBare && format ? shownNumber(number, { format: format.code, is1904: false }) : null;
  if (formatted?.isDate) return { text: formatted.text };
  return { text: formatted?.text || shown || bareNumber(number, attributes), number };
}

function written(attributes: XmlElement["attributes"]): string | undefined {
  return attributes["office:value"] ?? attributes.value;
}

/** Returns a number with the unit that its cell states. */
function bareNumber(number: number, attributes: XmlElement["attributes"]): string {
  const { "value-type": type, currency } = attributes;
  if (type === "percentage") return `${Number((number * 100).toPrecision(12))}%`;
  return type === "currency" && currency ? `${number} ${currency}` : String(number);
}

/** Returns a duration of XML, such as `PT36H05M00S`, as a sheet shows it. */
function durationText(duration: string, format: DataFormat | undefined): string {
  const [whole, sign, days, hours, minutes, seconds] =
    /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(duration) ?? [];
  if (whole === undefined) return duration;
  const [d = 0, h = 0, m = 0, s = 0] = [days, hours, minutes, seconds].map((part) =>
    Number(part ?? 0),
  );
  const value = (d + h / 24 + m / 1_440 + s / 86_400) * (sign ? -1 : 1);
  const given = format && shownNumber(value, { format: format.code, is1904: false });
  const usual = shownNumber(value, { format: "[hh]:mm:ss", is1904: false });
  return (given?.isDate && given.text) || usual?.text || duration;
}

/** Returns `2026-03-04` or `2026-03-04 13:30:00`; null for a value that is no date. */
function isoOf(value: string): string | null {
  const [, day, time] = /^(-?\d{4,}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d))?/.exec(value) ?? [];
  if (!day) return null;
  return time && time !== "00:00:00" ? `${day} ${time}` : day;
}

/** Some exporters write the ISO value with its zone as the shown form. */
function bare(shown: string): string {
  return /^\d{4}-\d\d-\d\dT/.test(shown) ? "" : shown;
}
