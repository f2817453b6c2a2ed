import { format, getFormatDateInfo, isDateFormat } from "numfmt";

/** Days between the first days of the two date systems of spreadsheets. */
const DAYS_TO_1904 = 1_462;

export type Shown = {
  text: string;
  /** The format shows a date or a time, so that the number alone means nothing to people. */
  isDate: boolean;
  /** The date under its format alone, if nobody can take it for another day. */
  shown?: string;
};

/**
 * Returns a number as a sheet shows it under a number format. A full date comes first in ISO 8601, with the shown form beside it. `is1904` tells that
 * the workbook counts days from 1904. Returns null for a format that cannot be read.
 */
export function shownNumber(
  value: number,
  { format: written, is1904 }: { format: string; is1904: boolean },
): Shown | null {
  const code = withKnownLocale(written);
  try {
    if (!isDateFormat(code))
      return { text: format(withoutLocale(code), value).trim(), isDate: false };
    const isShifted = is1904 && value >= 0 && !isDuration(code);
    const days = isShifted ? value + DAYS_TO_1904 : value;
    const shown = format(code, days).trim();
    const { year, day, hours, seconds } = getFormatDateInfo(code);
    if (!year || !day || days < 1) return { text: shown, isDate: true };
    const iso = format(hours || seconds ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd", days);
    return { text: withShownDate(iso, shown), isDate: true, ...shownDateAlone(shown) };
  } catch {
    return null;
  }
}

/** Returns an ISO date with the shown form beside it, except where that form says the same or could be read as another day. */
export function withShownDate(iso: string, shown: string): string {
  const isSame = shown === "" || shown === iso || iso.startsWith(shown) || shown.startsWith(iso);
  return isSame || !isUnmistakable(shown) ? iso : `${iso} (${shown})`;
}

/** Returns a date as its sheet shows it, unless it could be read as another day. */
export function shownDateAlone(shown: string): { shown?: string } {
  return isUnmistakable(shown) ? { shown } : {};
}

/** The dots of a day-first date, or a day after the twelfth, show which of the two digits is the month. */
function isUnmistakable(shown: string): boolean {
  if (/\p{L}{3}|[年月日년월일]/u.test(shown)) return true;
  if (/^\d{1,2}\. ?\d{1,2}\. ?\d{2,4}\b/.test(shown)) return true;
  const [, one, other] = /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}\b/.exec(shown) ?? [];
  return Number(one) > 12 || Number(other) > 12;
}

/** A duration, such as `[h]:mm`, counts from nought in both date systems. */
function isDuration(code: string): boolean {
  return /\[(h+|m+|s+)\]/i.test(code.replace(/"[^"]*"/g, ""));
}

/** The library knows the Spanish of Spain only by its older number. */
function withKnownLocale(code: string): string {
  return code.replace(/-(?:0?C0A|es-ES_tradnl)(?=[,\]])/gi, "-40A");
}

/** Removes the locale of a currency. Spreadsheets write numbers in the locale of the person who looks, never in this one. */
function withoutLocale(code: string): string {
  return code.replace(/\[\$([^\]-]*)-[^\]]*\]/g, (_whole, sign: string) =>
    sign ? `[$${sign}]` : "",
  );
}
