import { numeral } from "../../office/docx/numerals";
import type { OneObject } from "../store/one-store";
import { propertyIds } from "../store/property-ids";

/** The counts of the numbered paragraphs beside each other. */
export type ListCounts = { format: string; count: number } | null;

/** The place of the number in the format of a list. The code after it names the kind of number. */
const numberMark = "\ufffd";

/** Number formats of [MS-OSHARED] 2.2.1.3, as the numbering of Word names them. */
const formats: Record<number, string> = {
  0: "decimal",
  1: "upperRoman",
  2: "lowerRoman",
  3: "upperLetter",
  4: "lowerLetter",
  5: "ordinal",
  10: "chineseCounting",
  18: "decimalEnclosedCircle",
  22: "decimalZero",
};

/** Returns the label that OneNote shows before a list item, such as `2.` or `b)`. It is "" for bullets, as in other formats. */
export function listLabel(
  list: OneObject,
  before: ListCounts,
): { label: string; counts: ListCounts } {
  const stored = list.bytes.get(propertyIds.listFormat)?.toString("utf16le") ?? "";
  const format = stored.slice(1, 1 + (stored.charCodeAt(0) || 0)).replace(/\0+$/, "");
  const mark = format.indexOf(numberMark);
  if (mark === -1) return { label: "", counts: null };
  const restart = list.numbers.get(propertyIds.listRestart);
  const count = restart ?? (before?.format === format ? before.count + 1 : 1);
  const kind = formats[format.charCodeAt(mark + 1)] ?? "decimal";
  const label = format.slice(0, mark) + numeral(count, kind) + format.slice(mark + 2);
  return { label: label.trim(), counts: { format, count } };
}
