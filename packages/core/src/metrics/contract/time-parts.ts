import type { Comparison, Grain } from "./metric-words";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Whole time without its end. */
export type TimeRange = { from: Date; to: Date };

/** A day and a time of day as clocks of a zone show them. Months count from 0. */
type Local = { year: number; month: number; day: number; ms: number };

/** Returns whether it is the name of a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(formatOf(name));
  } catch {
    return false;
  }
}

/**
 * Returns the beginnings of the hours, days, weeks (from Monday) or months that hold a range, by the clocks of a zone. The first begins at or
 * before the range. A day that a clock change shortens or lengthens has 23 or 25 hours. Stops after `most` parts.
 */
export function partStarts(
  { from, to }: TimeRange,
  grain: Exclude<Grain, "none">,
  timeZone: string,
  most = Number.POSITIVE_INFINITY,
): Date[] {
  const starts: Date[] = [];
  let start = partStart(from, grain, timeZone);
  while (start < to && starts.length < most) {
    starts.push(start);
    start = nextStart(start, grain, timeZone);
  }
  return starts;
}

/** Returns the beginning of the part of time that holds an instant. */
export function partStart(at: Date, grain: Exclude<Grain, "none">, timeZone: string): Date {
  if (grain === "hour") return hourStart(at, timeZone);
  const local = localOf(at, timeZone);
  if (grain === "month") return dayStart({ ...local, day: 1 }, timeZone);
  const back = grain === "week" ? (weekdayOf(local) + 6) % 7 : 0;
  return dayStart({ ...local, day: local.day - back }, timeZone);
}

/** Returns the beginning of the part of time after the one that begins at `start`. */
export function nextStart(start: Date, grain: Exclude<Grain, "none">, timeZone: string): Date {
  if (grain === "hour") return new Date(hourStart(start, timeZone).getTime() + HOUR_MS);
  const local = localOf(start, timeZone);
  const [months, days] = grain === "month" ? [1, 0] : [0, grain === "week" ? 7 : 1];
  for (let step = 1; ; step++) {
    const next = dayStart(
      {
        ...local,
        month: local.month + months * step,
        day: grain === "month" ? 1 : local.day + days * step,
      },
      timeZone,
    );
    // A zone that moved over the date line has no such day.
    if (next > start) return next;
  }
}

/** Returns the place of the part that holds an instant, among beginnings in their order; -1 before the first. */
export function placeOf(starts: readonly Date[], at: Date): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.getTime() ?? 0) <= at.getTime()) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Returns a point for each part: the one that is there, or what `empty` makes of the beginning of the part. */
export function withoutGaps<Point extends { at: Date | null }>(
  starts: readonly Date[],
  points: readonly Point[],
  empty: (at: Date) => Point,
): Point[] {
  const there = new Map(points.map((point) => [point.at?.getTime(), point]));
  return starts.map((at) => there.get(at.getTime()) ?? empty(at));
}

/**
 * Returns the range that a range is compared with. `before` ends where it begins, and has as many days if it is of whole days, otherwise the
 * same length. `yearEarlier` has the same days and times of the year before.
 */
export function comparedRange(
  range: TimeRange,
  comparison: Comparison,
  timeZone: string,
): TimeRange | null {
  if (comparison === "none") return null;
  if (comparison === "yearEarlier")
    return { from: yearEarlier(range.from, timeZone), to: yearEarlier(range.to, timeZone) };
  const from = localOf(range.from, timeZone);
  const isOfDays = [range.from, range.to].every(
    (at) => partStart(at, "day", timeZone).getTime() === at.getTime(),
  );
  if (!isOfDays)
    return {
      from: new Date(2 * range.from.getTime() - range.to.getTime()),
      to: range.from,
    };
  const to = localOf(range.to, timeZone);
  const days = Math.round((utcOf(to) - to.ms - (utcOf(from) - from.ms)) / DAY_MS);
  return { from: dayStart({ ...from, day: from.day - days }, timeZone), to: range.from };
}

function yearEarlier(at: Date, timeZone: string): Date {
  const { year, month, day, ms } = localOf(at, timeZone);
  const lastDay = new Date(Date.UTC(year - 1, month + 1, 0)).getUTCDate();
  return instantOf({ year: year - 1, month, day: Math.min(day, lastDay), ms }, timeZone);
}

function hourStart(at: Date, timeZone: string): Date {
  const time = at.getTime();
  const intoHour = (((time + offsetAt(time, timeZone)) % HOUR_MS) + HOUR_MS) % HOUR_MS;
  return new Date(time - intoHour);
}

/** Returns the first instant of a day: where clocks go forward at midnight, it is one o'clock. */
function dayStart({ year, month, day }: Local, timeZone: string): Date {
  return instantOf({ year, month, day, ms: 0 }, timeZone);
}

/** Returns the first instant at which clocks show a time, or the one at which they jump over it. */
function instantOf(local: Local, timeZone: string): Date {
  const utc = utcOf(local);
  const offsets = [offsetAt(utc - DAY_MS, timeZone), offsetAt(utc + DAY_MS, timeZone)];
  const found = offsets
    .map((offset) => utc - offset)
    .filter((time) => time + offsetAt(time, timeZone) === utc)
    .toSorted((one, other) => one - other);
  if (found[0] !== undefined) return new Date(found[0]);
  const [before = 0, after = 0] = offsets;
  return new Date(
    changeBetween(utc - Math.max(before, after), utc - Math.min(before, after), timeZone),
  );
}

/** Returns the instant of the clock change between two instants. */
function changeBetween(low: number, high: number, timeZone: string): number {
  const before = offsetAt(low, timeZone);
  let [from, to] = [low, high];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (offsetAt(middle, timeZone) === before) from = middle;
    else to = middle;
  }
  return to;
}

function localOf(at: Date, timeZone: string): Local {
  const local = new Date(at.getTime() + offsetAt(at.getTime(), timeZone));
  const midnight = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate());
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth(),
    day: local.getUTCDate(),
    ms: local.getTime() - midnight,
  };
}

function utcOf({ year, month, day, ms }: Local): number {
  return new Date(0).setUTCFullYear(year, month, day) + ms;
}

function weekdayOf(local: Local): number {
  return new Date(utcOf(local)).getUTCDay();
}

/** Returns what clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(time: number, timeZone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(time)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const shown = new Date(0).setUTCFullYear(year, month - 1, day);
  const whole = Math.floor(time / 1000) * 1000;
  return shown + ((hour * 60 + minute) * 60 + second) * 1000 - whole;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timeZone, made);
  return made;
}
