import type { Conventions } from "./conventions";
import type { Found } from "./found";
import { isDay, isoDate } from "./iso-date";
import { monthsOf } from "./months";
import { findNumericDates, fullYear } from "./numeric-dates";

const ordinal = "(?:st|nd|rd|th|er|re|de|ste|ten|ter|º|ª|°|\\.º|:e|:a|o)?\\.?";
const of = "(?:\\s*[-/.]\\s*|\\s*,?\\s*(?:of|de|del|di|d['’]|dell['’]|von|do|den)?\\s*)";
const beforeYear = "(?:\\s*[-/.,]\\s*|\\s*,?\\s*(?:of|de|del|di|do|dell['’]|anno)?\\s*)";
const year = "(?<year>\\d{4}(?!\\d)|['’]\\d{2}(?!\\d)|(?<=-)\\d{2}(?![\\d-]))";
const between =
  "\\s*(?:,|[-–—]|/|&|\\b(?:to|and|until|till|through|bis|und|zum|au|et|jusqu['’]au|al|y|hasta|a|e|alla|fino|tot|en|met|até|ao|do|i|och|og|til)\\b)\\s*(?:\\b(?:the|zum|den|el|le|il|al|lo|de|en met|o|a)\\b\\s*)?";

/** Languages in which the year comes before the name of the month: "1998. január 2.", "2016 m. rugsėjo 14 d.". */
const yearsFirst = ["hu", "lt", "lv"];

type Patterns = {
  months: ReadonlyMap<string, number>;
  dayFirst: RegExp;
  monthFirst: RegExp;
  monthOnly: RegExp;
  yearFirst: RegExp | null;
};
const patterns = new Map<string, Patterns>();

/**
 * Finds dates that name a year, each day of a list or period by itself. Normalises them to ISO 8601, without a day where only a month is named,
 * and not at all where day and month could be swapped.
 */
export function findDates(text: string, conventions: Conventions): Found[] {
  if (!/\p{Nd}/u.test(text)) return [];
  const { months, dayFirst, monthFirst, monthOnly, yearFirst } = patternsOf(conventions.language);
  const found: Found[] = [];
  const add = (each: Found) => {
    if (!found.some(({ start, end }) => each.start < end && start < each.end)) found.push(each);
  };
  for (const match of text.matchAll(dayFirst))
    for (const each of named(text, match, months)) add(each);
  for (const match of text.matchAll(monthFirst))
    for (const each of named(text, match, months)) add(each);
  for (const match of yearFirst ? text.matchAll(yearFirst) : []) {
    const month = months.get(bare(match.groups?.month));
    const day = Number(match.groups?.day ?? match.groups?.before);
    const of = yearOf(match);
    if (month && isDay(of, month, day)) {
      const [start, end] = [match.index, match.index + match[0].length];
      add({ kind: "date", start, end, confidence: 0.96, normalised: isoDate(of, month, day) });
    }
  }
  for (const each of findNumericDates(text, conventions)) add(each);
  for (const match of text.matchAll(monthOnly)) {
    const month = months.get(bare(match.groups?.month));
    const of = yearOf(match);
    if (month && of >= 1800 && of <= 2200)
      add({
        kind: "date",
        start: match.index,
        end: match.index + match[0].length,
        confidence: 0.9,
        normalised: isoDate(of, month, null),
      });
  }
  return found.sort((a, b) => a.start - b.start);
}

function patternsOf(language: string | null): Patterns {
  const key = language ?? "";
  const known = patterns.get(key);
  if (known) return known;
  const months = monthsOf(language);
  const names = [...months.keys()].sort((a, b) => b.length - a.length).join("|");
  const month = `(?<![\\p{L}\\d])(?<month>${names})(?![\\p{L}])\\.?`;
  const other = `(?:(?<![\\p{L}\\d])(?:${names})(?![\\p{L}])\\.?)`;
  const day = `\\d{1,2}${ordinal}(?![\\p{L}\\d])`;
  // Days before the last may name a month of their own: "3, 10 and 17 March", "28 March to 3 April".
  const earlier = `(?:${day}(?:${of}${other})?${between}){0,12}?`;
  const made: Patterns = {
    months,
    dayFirst: new RegExp(
      `(?<![\\p{L}\\d.,/:-])(?<days>${earlier}${day})${of}${month}${beforeYear}${year}`,
      "giu",
    ),
    monthFirst: new RegExp(
      `(?<days>(?:${other}\\s+${day}${between}){0,3}?)${month}\\s*(?<last>(?:${day}${between}){0,12}?${day})(?:\\s*,\\s*|\\s+)${year}`,
      "giu",
    ),
    monthOnly: new RegExp(
      `(?<!\\d(?:st|nd|rd|th|[.º])?\\s)${month}${beforeYear}(?<year>\\d{4})(?![\\d-])`,
      "giu",
    ),
    yearFirst: yearsFirst.includes(key)
      ? new RegExp(
          `(?<![\\p{L}\\d.,/-])(?<year>\\d{4})(?:\\.|\\s+m\\.|\\.\\s*gada)\\s+(?:(?<before>\\d{1,2})\\.\\s+)?${month}(?:\\s+(?<day>\\d{1,2})(?:\\.|\\s+d\\.)?(?!\\d))?`,
          "giu",
        )
      : null,
  };
  patterns.set(key, made);
  return made;
}

/** Returns the dates of a match, the last one with the rest of the match as its place. */
function named(text: string, match: RegExpExecArray, months: ReadonlyMap<string, number>): Found[] {
  const lastMonth = months.get(bare(match.groups?.month));
  const lastYear = yearOf(match);
  if (!lastMonth) return [];
  const end = match.index + match[0].length;
  const items = itemsOf(text.slice(match.index, end), months);
  const found: Found[] = [];
  let [month, inYear] = [lastMonth, lastYear];
  for (const [index, item] of [...items.entries()].reverse()) {
    const own = item.month ?? month;
    if (own > month) inYear--;
    month = own;
    if (!isDay(inYear, month, item.day)) return [];
    const isLast = index === items.length - 1;
    const start = match.index + item.start;
    found.unshift({
      kind: "date",
      start,
      end: isLast ? end : match.index + item.end,
      confidence: 0.96,
      normalised: isoDate(inYear, month, item.day),
    });
  }
  return found;
}

type Item = { day: number; month: number | undefined; start: number; end: number };

/** Takes a list or period apart. A month before or after a day, without another day between them, belongs to the day. */
function itemsOf(phrase: string, months: ReadonlyMap<string, number>): Item[] {
  const tokens = Array.from(phrase.matchAll(/\d+|\p{L}[\p{L}\p{M}]*/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    day: /^\d{1,2}$/.test(match[0]) ? Number(match[0]) : null,
    month: months.get(match[0].toLowerCase()),
    isYear: /^\d{4}$/.test(match[0]),
  })).filter(({ day, month, isYear }) => day !== null || month !== undefined || isYear);
  const isMonthFirst = tokens[0]?.month !== undefined;
  const items: Item[] = [];
  let month: number | undefined;
  let monthStart: number | undefined;
  // A year of two digits closes the phrase.
  const days = tokens.filter(({ day }) => day !== null);
  const hasYear = tokens.some(({ isYear }) => isYear);
  const lastDay = hasYear ? undefined : days.at(-1);
  for (const token of tokens) {
    if (token.isYear || token === lastDay) continue;
    if (token.day !== null) {
      const start = monthStart ?? token.start;
      items.push({
        day: token.day,
        month: isMonthFirst ? month : undefined,
        start,
        end: token.end,
      });
      monthStart = undefined;
    } else if (isMonthFirst) [month, monthStart] = [token.month, token.start];
    else {
      const last = items.at(-1);
      if (last && last.month === undefined) [last.month, last.end] = [token.month, token.end];
    }
  }
  return items;
}

function yearOf(match: RegExpMatchArray): number {
  return fullYear(Number((match.groups?.year ?? "").replace(/\D/g, "")));
}

function bare(month: string | undefined): string {
  return (month ?? "").toLowerCase().replace(/\.$/, "");
}
