import { isDay } from "../../understanding/entities/iso-date";

const DAY_MS = 86_400_000;

/** Returns the time of an ISO date at midnight UTC, null if it is none. */
export function dayOf(iso: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return isDay(year, month, day) ? Date.UTC(year, month - 1, day) : null;
}

/** Returns the ISO date so many days later. */
export function addDays(iso: string, days: number): string {
  return isoOf((dayOf(iso) ?? 0) + days * DAY_MS);
}

/** Returns the first such day of the week after a date; Monday is 1, Sunday 7. */
export function weekdayAfter(iso: string, weekday: number): string {
  const ahead = (weekday - weekdayOf(iso) + 7) % 7;
  return addDays(iso, ahead === 0 ? 7 : ahead);
}

/** Returns a day of the week that is so many weeks after the week of a date. */
export function weekdayOfWeek(iso: string, weeks: number, weekday: number): string {
  return addDays(iso, weekday - weekdayOf(iso) + weeks * 7);
}

/** Returns the last day of the month that is so many months after, or of the next month with that number. */
export function endOfMonth(iso: string, months: number | null, month?: number): string {
  const [year = 0, from = 1] = iso.split("-").map(Number);
  const ahead = months ?? ((month ?? from) - from + 12) % 12;
  return isoOf(Date.UTC(year, from - 1 + ahead + 1, 0));
}

/** Returns the next date with that day of the month, on or after a date, and with that month if one is given. Null if there is none. */
export function dayOfMonth(iso: string, day: number, month?: number): string | null {
  const [year = 0, from = 1] = iso.split("-").map(Number);
  for (let ahead = 0; ahead <= 13; ahead++) {
    const [inYear, inMonth] = [
      year + Math.floor((from - 1 + ahead) / 12),
      ((from - 1 + ahead) % 12) + 1,
    ];
    if (month !== undefined && inMonth !== month) continue;
    if (!isDay(inYear, inMonth, day)) continue;
    const found = isoOf(Date.UTC(inYear, inMonth - 1, day));
    if (found >= iso) return found;
  }
  return null;
}

function weekdayOf(iso: string): number {
  return new Date(dayOf(iso) ?? 0).getUTCDay() || 7;
}

function isoOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
