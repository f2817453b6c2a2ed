import type { Field, FieldReader } from "./field-reader";
import type { Entry, Figure } from "./invoice";

type Meaning = { fact?: string; words?: (code: string) => string };

/** Returns the entry for a field; none without a field. `words` says a code in words. */
export function entry(label: string, field: Field | undefined, meaning: Meaning = {}): Entry[] {
  if (!field) return [];
  const text = meaning.words?.(field.text) ?? field.text;
  return [{ label, text, path: field.path, ...(meaning.fact && { fact: meaning.fact }) }];
}

/** Returns a date as ISO 8601. Knows `20260315`, months (`202603`) and dates with a time or zone behind them. */
export function dated(field: Field | undefined): Field | undefined {
  if (!field) return undefined;
  const { text } = field;
  const compact = /^(\d{4})(\d{2})(\d{2})(?:\d{4}(?:\d{2})?)?$/.exec(text);
  if (compact) return { ...field, text: compact.slice(1, 4).join("-") };
  const month = /^(\d{4})(\d{2})$/.exec(text);
  if (month) return { ...field, text: month.slice(1, 3).join("-") };
  const [date] = /^\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
  return date ? { ...field, text: date } : field;
}

/** Returns the number of a field. Leaves a field that holds none unread and returns undefined. */
export function figure(field: Field | undefined): Figure | undefined {
  if (!field) return undefined;
  if (!/^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(field.text)) {
    field.leave();
    return undefined;
  }
  return { number: Number(field.text), text: short(field.text), path: field.path };
}

/** Quantities are often written with many noughts: 1.0000 is 1. Amounts keep two decimals. */
function short(text: string): string {
  const [, whole, kept] = /^([-+]?\d+)\.(\d*?)0*$/.exec(text) ?? [];
  if (whole === undefined || kept === undefined) return text;
  const decimals = text.length - whole.length - 1;
  return decimals <= 2 ? text : kept === "" ? whole : `${whole}.${kept}`;
}

/** Returns the sum of figures as a figure of the first one's path. */
export function sumOf(figures: Figure[]): Figure | undefined {
  const [first] = figures;
  if (!first) return undefined;
  const number = Number(figures.reduce((sum, each) => sum + each.number, 0).toFixed(8));
  return { number, text: figures.length === 1 ? first.text : number.toFixed(2), path: first.path };
}

/** Returns the same amount below nought. */
export function negative(amount: Figure): Figure {
  const text = amount.text.startsWith("-") ? amount.text.slice(1) : `-${amount.text}`;
  return { ...amount, number: -amount.number, text };
}

/** Returns "start to end" for a period; none without either. */
export function period(label: string, start: Field | undefined, end: Field | undefined): Entry[] {
  const [from, to] = [dated(start), dated(end)];
  const path = (start ?? end)?.path;
  if (path === undefined) return [];
  if (from && to) return [{ label, text: `${from.text} to ${to.text}`, path }];
  return [{ label, text: from ? `from ${from.text}` : `until ${to?.text ?? ""}`, path }];
}

/** Returns one entry for the fields of an address, its country in words. */
export function address(label: string, parts: (Field | undefined)[], country?: Field): Entry[] {
  const given = parts.filter((part) => part !== undefined);
  const path = (given[0] ?? country)?.path;
  if (path === undefined) return [];
  const lines = given.map(({ text }) => text.replaceAll("\n", ", "));
  if (country) lines.push(countryName(country.text));
  return [{ label, text: lines.join(", "), path: path.slice(0, path.lastIndexOf("/")) }];
}

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

export function countryName(code: string): string {
  return (/^[A-Z]{2}$/.test(code) ? regions.of(code) : undefined) ?? code;
}

/** Returns a two-part value such as postcode and town as one field. */
export function joined(first: Field | undefined, second: Field | undefined): Field | undefined {
  if (!first || !second) return first ?? second;
  return { ...first, text: `${first.text} ${second.text}` };
}

/** Returns entries for the values that no other section has, so that nothing is lost. */
export function remaining(reader: FieldReader, from: Field["element"]): Entry[] {
  return reader.unread(from).flatMap(({ names, text, path, element }) => {
    if (/^urn:/.test(text)) return [];
    const unit = element.attributes.currencyID ?? element.attributes.unitCode;
    const label = names.map(readableName).join(", ");
    return [{ label, text: unit ? `${text} ${unit}` : text, path }];
  });
}

/** "PayableAmount" and "payable_amount" as people write it: "Payable amount". */
export function readableName(name: string): string {
  const words = name.replace(/[_.-]+/g, " ").replace(/(\p{Ll})(\p{Lu})(?!\p{Lu})/gu, "$1 $2");
  return words.replace(/(?<= )\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase()).trim();
}

/** Returns a label and its value as one text. */
export function inOneLine({ label, text }: Entry): string {
  return label ? `${label}: ${text}` : text;
}
