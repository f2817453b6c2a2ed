import type { Conventions } from "./conventions";
import type { Found } from "./found";
import { isDay, isoDate } from "./iso-date";

const numeric = /(?<![\d.,/-])(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})(?![\d/-])(?!\.\d)/g;
const spaced = /(?<![\d.,/-])(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?![\d/-])(?!\.\d)/g;
/** "01.01. bis 31.12.2027", "3.–5.3.2026": the year, and perhaps the month, is at the end only. */
const period =
  /(?<![\d.,/-])(\d{1,2})\.(?:(\d{1,2})\.)?\s?(?:[-–—]|bis|to|au|al|tot|do|til|till|und|and|et|y|e)\s?(?:zum\s)?(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d/-])/gu;
/** "2027. 1. 19." in Korean and Hungarian, and "4 tháng 10 năm 2019" in Vietnamese. */
const yearFirst = /(?<![\d.,/-])(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.?(?![\d/-])(?!\.\d)/gu;
const vietnamese =
  /(?<![\d.,/-])(\d{1,2})\s+(?:tháng|thg)\s+(\d{1,2})(?:\s*,\s*|\s+(?:năm\s+)?)(\d{4})(?!\d)/giu;
const ideographic = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일号號])?/gu;

/** Finds dates written in digits. They are normalised to ISO 8601 unless day and month could be swapped. */
export function findNumericDates(text: string, conventions: Conventions): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(numeric)) found.push(...ofNumbers(match, conventions));
  for (const match of text.matchAll(spaced)) {
    const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (isDay(year, month, day)) found.push(placed(match, isoDate(year, month, day), 0.97));
  }
  for (const match of text.matchAll(yearFirst)) {
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (isDay(year, month, day)) found.push(placed(match, isoDate(year, month, day), 0.97));
  }
  for (const match of text.matchAll(vietnamese)) {
    const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (isDay(year, month, day)) found.push(placed(match, isoDate(year, month, day), 0.97));
  }
  for (const match of text.matchAll(period)) {
    const [day, ownMonth, month, year] = [1, 2, 4, 5].map((index) => Number(match[index]));
    const first = match[2] === undefined ? month : ownMonth;
    if (!day || !first || !month || !year) continue;
    const begun = first > month ? year - 1 : year;
    if (isDay(begun, first, day))
      found.push({
        ...placed(match, isoDate(begun, first, day), 0.93),
        end: match.index + (match[1]?.length ?? 0) + 1 + (match[2] ? match[2].length + 1 : 0),
      });
  }
  for (const match of text.matchAll(ideographic)) {
    const [year, month] = [Number(match[1]), Number(match[2])];
    const day = match[3] === undefined ? null : Number(match[3]);
    if (isDay(year, month, day ?? 1)) found.push(placed(match, isoDate(year, month, day), 0.97));
  }
  return found;
}

function placed(match: RegExpExecArray, normalised: string, confidence: number): Found {
  return {
    kind: "date",
    start: match.index,
    end: match.index + match[0].length,
    confidence,
    normalised,
  };
}

function ofNumbers(match: RegExpExecArray, { language, isDayFirst }: Conventions): Found[] {
  const [first, second, third] = [Number(match[1]), Number(match[3]), Number(match[4])];
  if (match[1]?.length === 4)
    return isDay(first, second, third) ? [placed(match, isoDate(first, second, third), 0.98)] : [];
  if (match[4]?.length === 3 || Number(match[1]?.length) > 2) return [];
  if (match[4]?.length === 2 && match[2] === "-") return [];
  const year = fullYear(third);
  const dayFirst = isDay(year, second, first);
  const monthFirst = isDay(year, first, second);
  if (!dayFirst && !monthFirst) return [];
  const usual =
    match[2] === "." ? true : (isDayFirst ?? (language && language !== "en" ? true : null));
  if (dayFirst && monthFirst && first !== second && usual === null) {
    const { normalised: _, ...place } = placed(match, "", 0.8);
    return [place];
  }
  const isDayThenMonth = dayFirst && (!monthFirst || first === second || usual === true);
  const [month, day] = isDayThenMonth ? [second, first] : [first, second];
  return [placed(match, isoDate(year, month, day), 0.93)];
}

/** Returns the year that two digits mean: 70 to 99 are of the last century. */
export function fullYear(year: number): number {
  return year >= 100 ? year : (year < 70 ? 2000 : 1900) + year;
}
