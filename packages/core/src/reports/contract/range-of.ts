import type { ReportRange } from "./report-words";

const DAY_MS = 86_400_000;

/** Returns the whole days, weeks from Monday or months of a range before a moment, as clocks in the zone show it. */
export function rangeOf(range: ReportRange, now: Date, timeZone: string): { from: Date; to: Date } {
  const today = dayAt(now, timeZone);
  const startOf = (day: Day) => beginningOf(day, timeZone);
  switch (range) {
    case "yesterday":
      return { from: startOf(moved(today, -1)), to: startOf(today) };
    case "last7Days":
      return { from: startOf(moved(today, -7)), to: startOf(today) };
    case "last30Days":
      return { from: startOf(moved(today, -30)), to: startOf(today) };
    case "lastWeek": {
      const monday = moved(today, -((weekdayOf(today) + 6) % 7));
      return { from: startOf(moved(monday, -7)), to: startOf(monday) };
    }
    case "lastMonth": {
      const first = { ...today, day: 1 };
      return { from: startOf({ ...moved(first, -1), day: 1 }), to: startOf(first) };
    }
  }
}

type Day = { year: number; month: number; day: number };

function dayAt(at: Date, timeZone: string): Day {
  const { year, month, day } = clockAt(at, timeZone);
  return { year, month, day };
}

function moved({ year, month, day }: Day, days: number): Day {
  const at = new Date(Date.UTC(year, month - 1, day + days));
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
  };
}

function weekdayOf({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/**
 * Returns the first moment of a day in a zone. Where clocks jump over midnight, the day begins at what they show next. Zones are at most 14 hours
 * from UTC, so that the moment lies in the two days around.
 */
export function beginningOf(day: Day, timeZone: string): Date {
  const midnight = Date.UTC(day.year, day.month - 1, day.day);
  let before = midnight - DAY_MS;
  let after = midnight + DAY_MS;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (isBefore(clockAt(new Date(middle), timeZone), day)) before = middle;
    else after = middle;
  }
  return new Date(after);
}

function isBefore(one: Day, other: Day): boolean {
  return (
    Date.UTC(one.year, one.month - 1, one.day) < Date.UTC(other.year, other.month - 1, other.day)
  );
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockAt(at: Date, timeZone: string): Day {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
  clocks.set(timeZone, clock);
  const [year = 1970, month = 1, day = 1] = clock.format(at).split("-").map(Number);
  return { year, month, day };
}
