import type { FieldKind } from "../../ai";
import { clearNumber, findMoney } from "../entities/amounts";
import type { Conventions } from "../entities/conventions";
import { findDates } from "../entities/dates";
import type { Found } from "../entities/found";
import { findDurations } from "./durations";
import { readName } from "./read-name";
import type { ValueRead } from "./value-read";

const LONGEST_TEXT = 120;
const FARTHEST = 24;
const bareNumber =
  /(?<![\p{L}\d.,/:-])\(?-?(?:\d{1,3}(?:[.,'’ ]\d{3})+|\d+)(?:[.,]\d{1,2})?-?\)?(?![\p{L}\d%]|[.,/:-]\d)/gu;

/** Reads an identifier that has a form of its own: an IBAN, a VAT number with its country. */
export function readChecked(check: "iban" | "vat number", written: string): ValueRead | null {
  const match = (check === "iban" ? iban : vatNumber).exec(written);
  if (!match || match.index > FARTHEST) return null;
  const value = match[0].trimEnd();
  return {
    start: match.index,
    end: match.index + value.length,
    value,
    normalised: value.replace(/[\s.-]/g, ""),
    confidence: /^[A-Z]{2}/.test(value) ? 0.95 : 0.85,
  };
}

const iban =
  /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,4})?(?![A-Z0-9])/u;
const vatNumber =
  /(?<![\p{L}\d])(?:[A-Z]{2,3}[ -]?)?(?=[A-Z0-9 .-]*\d[ .-]?\d[ .-]?\d)[A-Z]?\d(?:[ .-]?[A-Z0-9]){6,14}(?![\p{L}\d])/u;

/** Reads the first value of a kind from a text that follows a label; null if there is none. Sums are read from the end of the text. */
export function readValue(
  kind: FieldKind,
  written: string,
  conventions: Conventions,
): ValueRead | null {
  return readers[kind](written, conventions);
}

const readers: Record<FieldKind, (written: string, conventions: Conventions) => ValueRead | null> =
  {
    money: (written, conventions) => readSums(written, conventions).at(-1) ?? null,
    number: (written, conventions) => readSums(written, conventions)[0] ?? null,
    date(written, conventions) {
      const [date] = findDates(written, conventions);
      if (!date || date.start > FARTHEST) return null;
      return readDate(written, date);
    },
    period(written, conventions) {
      const period = readPeriod(written, conventions);
      return period && period.start <= FARTHEST ? period : null;
    },
    duration(written) {
      const [found] = findDurations(written);
      if (!found || found.start > 60) return null;
      const { start, end, iso, words } = found;
      return { start, end, value: words, normalised: iso, confidence: 0.85 };
    },
    identifier(written) {
      const match =
        /^[#:№ ]*((?=[^\s]*\d)[\p{L}\p{N}#][\p{L}\p{N}/._#-]*(?: ?[\d-]*\d){0,5}(?: [A-Z]{1,2}\d*(?= |$))?|[A-Z]{1,4}[ -]?\d[\p{L}\p{N}/._ -]{1,20}\d|[A-Z]{2,8}[-_][A-Z0-9-]{2,})(?![\p{L}])/u.exec(
          written,
        );
      const id = match?.[1];
      if (!match || !id) return null;
      const value = id.replace(/[.,;:]$/, "").replace(/^#/, "");
      const start = match.index + match[0].length - id.length + (id.startsWith("#") ? 1 : 0);
      if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(value) || value.length > 40) return null;
      return { start, end: start + value.length, value, confidence: 0.9 };
    },
    text: (written) => readText(written),
    party: (written) => readName(written),
    // "Attendance: 15" counts people and names none.
    list: (written) => (/\p{L}{2}/u.test(written) ? readText(written, 300) : null),
  };

/** The head of a column, which says nothing of the field beside it. */
const columnHead =
  /^(?:description|beschreibung|bezeichnung|omschrijving|désignation|descripción|amount|betrag|montant|importe|quantity|menge|quantité|cantidad|unit price|einzelpreis|prix unitaire|date|datum|fecha)$/iu;

function readText(written: string, longest = LONGEST_TEXT): ValueRead | null {
  const cut = written.slice(0, longest);
  const value = cut.replace(/[\s;,]+$/, "");
  if (!/\p{L}{2}|\d/u.test(value) || /_{3,}|\.{5,}|…{2,}|\[\s*\]|<[^>]*>|\[[^\]]*\]/.test(value))
    return null;
  if (/:$/.test(value) || columnHead.test(value)) return null;
  return { start: 0, end: value.length, value: value.replace(/\s+/g, " "), confidence: 0.8 };
}

/** Returns every sum in a text, with and without a currency. */
export function readSums(written: string, conventions: Conventions): ValueRead[] {
  const sums = findMoney(written, conventions);
  const read = sums.map((sum) => ({
    start: sum.start,
    end: sum.end,
    value: sum.normalised ?? written.slice(sum.start, sum.end).trim(),
    ...(sum.normalised && { normalised: sum.normalised }),
    confidence: 0.92,
  }));
  const taken = (at: number) => sums.some(({ start, end }) => start <= at && at < end);
  const dates = findDates(written, conventions);
  for (const match of written.matchAll(bareNumber)) {
    if (
      taken(match.index) ||
      dates.some(({ start, end }) => start <= match.index && match.index < end)
    )
      continue;
    const plain = match[0].replace(/[()-]/g, "");
    const number = clearNumber(plain, conventions);
    if (number === null) continue;
    const hasDecimals = /[.,]\d{2}$/.test(plain);
    const isNegative = /^\(.*\)$|-/.test(match[0]);
    read.push({
      start: match.index,
      end: match.index + match[0].length,
      value: match[0],
      normalised: `${isNegative ? "-" : ""}${number}`,
      confidence: hasDecimals ? 0.88 : 0.7,
    });
  }
  return read.sort((a, b) => a.start - b.start);
}

/** Returns a date as a value. One whose day and month could be swapped keeps its words and is marked. */
export function readDate(text: string, { start, end, normalised, confidence }: Found): ValueRead {
  if (normalised) return { start, end, value: normalised, normalised, confidence };
  const value = text.slice(start, end);
  return { start, end, value, confidence: 0.7, problems: ["ambiguous-date"] };
}

const quarter = /\b(?:Q|T|K|kwartał |kvartal |kwartaal )([1-4])(?:[ /-]*|\. )((?:19|20)\d{2})\b/iu;
const monthDigits = /(?<![\d./-])(0?[1-9]|1[0-2])[/.-]((?:19|20)\d{2})(?![\d/-])/u;
const years = /(?<![\d./-])((?:19|20)\d{2})(?:\s?[/–-]\s?((?:19|20)?\d{2}))?(?![\d./-])/u;

/** Reads a period: two dates, a quarter, a month or a year. */
export function readPeriod(written: string, conventions: Conventions): ValueRead | null {
  const dates = findDates(written, conventions);
  const [from, to] = dates;
  if (from && to && to.start - from.end < 30 && from.normalised && to.normalised)
    return {
      start: from.start,
      end: to.end,
      value: `${from.normalised} to ${to.normalised}`,
      normalised: `${from.normalised}/${to.normalised}`,
      confidence: 0.92,
    };
  const ofQuarter = quarter.exec(written);
  if (ofQuarter && !from)
    return at(ofQuarter, `Q${ofQuarter[1]} ${ofQuarter[2]}`, `${ofQuarter[2]}-Q${ofQuarter[1]}`);
  if (from?.normalised) return { ...readDate(written, from), confidence: 0.85 };
  const month = monthDigits.exec(written);
  if (month) {
    const iso = `${month[2]}-${(month[1] ?? "").padStart(2, "0")}`;
    return at(month, iso, iso);
  }
  const year = years.exec(written);
  return year ? at(year, year[0], year[0]) : null;
}

function at(match: RegExpExecArray, value: string, normalised: string): ValueRead {
  const [start, end] = [match.index, match.index + match[0].length];
  return { start, end, value, normalised, confidence: 0.8 };
}
