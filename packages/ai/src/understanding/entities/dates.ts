import * as chrono from "chrono-node";

import { windows } from "../windows";
import type { Found } from "./found";

type Parser = { parse: (text: string) => ReturnType<chrono.Chrono["parse"]> };

const parsers: Record<string, Parser> = {
  en: chrono.strict,
  de: chrono.de.strict,
  fr: chrono.fr.strict,
  nl: chrono.nl.strict,
  es: chrono.es.strict,
  pt: chrono.pt.strict,
  it: chrono.it.strict,
  sv: chrono.sv.strict,
  ja: chrono.ja.strict,
  zh: chrono.zh.strict,
  ru: chrono.ru.strict,
  uk: chrono.uk.strict,
};
const numeric = /(?<![\d.,/-])(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})(?![\d/-])(?!\.\d)/g;
/** Chrono takes into the date a preposition before it, and a price that looks like a time. */
const lead = /^(?:\d{1,3}[.:,]\d{2}\s+)?(?:(?:on|at|am|den|le|el|op|of|the|il|em|в)\s+)*/iu;
const yearless = /^\D*\d{1,2}\D*$/;

/** Finds dates that name a year. Normalises them to ISO 8601 unless day and month could be swapped. */
export function findDates(given: string, language: string | null): Found[] {
  const found = numericDates(given, language ?? "en");
  const parser = parsers[language ?? "en"] ?? chrono.strict;
  for (const line of windows(given, /\d/)) {
    for (const { index, text, start } of parser.parse(line.text)) {
      const skipped = lead.exec(text)?.[0].length ?? 0;
      const quote = text.slice(skipped);
      const from = line.offset + index + skipped;
      const isTaken = found.some((other) => from < other.end && from + quote.length > other.start);
      const named = /\p{L}{3,}|[年月日]/u.test(quote);
      if (isTaken || !named || yearless.test(quote)) continue;
      if (!start.isCertain("year") || !start.isCertain("month") || !/\d{4}/.test(quote)) continue;
      found.push({
        kind: "date",
        start: from,
        end: from + quote.length,
        confidence: 0.96,
        normalised: iso(
          start.get("year"),
          start.get("month"),
          start.isCertain("day") ? start.get("day") : null,
        ),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function numericDates(text: string, language: string): Found[] {
  return [...text.matchAll(numeric)].flatMap((match): Found[] => {
    const [first, second, third] = [Number(match[1]), Number(match[3]), Number(match[4])];
    const place = { kind: "date" as const, start: match.index, end: match.index + match[0].length };
    if (match[1]?.length === 4)
      return isDay(first, second, third)
        ? [{ ...place, confidence: 0.98, normalised: iso(first, second, third) }]
        : [];
    if (match[4]?.length === 3 || Number(match[1]?.length) > 2) return [];
    const year = third < 100 ? (third < 70 ? 2000 : 1900) + third : third;
    const dayFirst = isDay(year, second, first);
    const monthFirst = isDay(year, first, second);
    if (!dayFirst && !monthFirst) return [];
    if (match[4]?.length === 2 && match[2] === "-") return [];
    const isClear =
      dayFirst !== monthFirst || first === second || match[2] === "." || language !== "en";
    if (!isClear) return [{ ...place, confidence: 0.8 }];
    const isDayFirst =
      dayFirst && (!monthFirst || first === second || match[2] === "." || language !== "en");
    const normalised = isDayFirst ? iso(year, second, first) : iso(year, first, second);
    return [{ ...place, confidence: 0.93, normalised }];
  });
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function iso(year: number | null, month: number | null, day: number | null): string {
  const two = (value: number | null) => String(value ?? 0).padStart(2, "0");
  return [String(year).padStart(4, "0"), two(month), ...(day === null ? [] : [two(day)])].join("-");
}
