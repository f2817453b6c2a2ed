import { isDay, isoDate } from "../../understanding/entities/iso-date";
import { findNumericDates } from "../../understanding/entities/numeric-dates";
import { isGerman, monthNames } from "./date-words";

type FullDate = { start: number; end: number; on: string };

const months = { ...monthNames.en, ...monthNames.de };
const named = Object.keys(months).join("|");
const patterns = [
  new RegExp(
    `(?<![\\p{L}\\d])(?<n>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s(?:of\\s)?(?<month>${named})\\.?,?\\s(?<year>\\d{4})(?!\\d)`,
    "giu",
  ),
  new RegExp(
    `(?<![\\p{L}\\d])(?<month>${named})\\.?\\s(?:the\\s)?(?<n>\\d{1,2})(?:st|nd|rd|th)?,?\\s(?<year>\\d{4})(?!\\d)`,
    "giu",
  ),
];

/** Finds dates that name day, month and year, and that can be read in one way only. */
export function fullDates(text: string, language: string | null): FullDate[] {
  if (!/\d/.test(text)) return [];
  const isDayFirst = isGerman(language) ? true : null;
  const conventions = {
    language,
    isDayFirst,
    decimalSign: null,
    isProven: false,
    currencies: none,
  };
  const numeric = findNumericDates(text, conventions).flatMap(({ start, end, normalised }) =>
    normalised?.length === 10 ? [{ start, end, on: normalised }] : [],
  );
  const written = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): FullDate[] => {
      const { n, month = "", year } = match.groups ?? {};
      const [of, day] = [Number(year), Number(n)];
      const number = months[month.toLowerCase()] ?? 0;
      if (!isDay(of, number, day)) return [];
      const end = match.index + match[0].length;
      return [{ start: match.index, end, on: isoDate(of, number, day) }];
    }),
  );
  return [...numeric, ...written];
}

const none: ReadonlySet<string> = new Set();
