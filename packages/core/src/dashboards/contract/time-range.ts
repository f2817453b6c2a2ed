import type { Grain } from "../../metrics/contract/metric-words";
import type { RangePreset } from "./dashboard-words";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A range of whole time; its end is left out. */
export type TimeRange = { from: Date; to: Date };

/** Returns the range that a preset means at a moment. It ends with the hour under way, so that it stays the same for up to an hour. */
export function presetRange(preset: RangePreset, timeZone: string, now: Date): TimeRange {
  const to = new Date(Math.ceil(now.getTime() / HOUR) * HOUR);
  if (preset === "1d") return { from: new Date(to.getTime() - DAY), to };
  const days = Number.parseInt(preset, 10);
  return { from: startOfDay(addDays(dayIn(now, timeZone), 1 - days), timeZone), to };
}

/** Returns the range of whole days, both included. */
export function daysRange(first: string, last: string, timeZone: string): TimeRange {
  return { from: startOfDay(first, timeZone), to: startOfDay(addDays(last, 1), timeZone) };
}

/** Returns the parts that a range is best cut into: at most a hundred of them. */
export function grainFor({ from, to }: TimeRange): Grain {
  const days = (to.getTime() - from.getTime()) / DAY;
  if (days <= 2.1) return "hour";
  if (days <= 100) return "day";
  return days <= 500 ? "week" : "month";
}

/** Returns the day (2026-03-29) of a moment in a time zone. */
export function dayIn(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/** Returns the first moment of a day in a time zone; of a day whose midnight the clock skips, the first that there is. */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Offsets reach from -12 to +14 hours and change in quarters of an hour at most.
  let low = midnight - 15 * HOUR;
  let high = midnight + 13 * HOUR;
  while (high - low > 60_000) {
    const middle = low + Math.floor((high - low) / 120_000) * 60_000;
    if (dayIn(new Date(middle), timeZone) < day) low = middle;
    else high = middle;
  }
  return new Date(high);
}

/** Returns the day that is this many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
