/** A moment on a person's own clock: the day as `2026-01-31`, and the minute of the day. */
export type LocalTime = { day: string; minute: number };

/** Returns a moment in a time zone of the IANA list; in UTC where this machine does not know the zone. */
export function localTime(now: Date, timeZone: string | null): LocalTime {
  const parts = new Map(
    formatOf(timeZone ?? "UTC")
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  const at = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "0";
  return {
    day: `${at("year")}-${at("month")}-${at("day")}`,
    minute: Number(at("hour")) * 60 + Number(at("minute")),
  };
}

/** Returns whether a minute of the day is in a span of minutes, which may reach over midnight. */
export function isWithin(minute: number, span: { from: number; to: number } | null): boolean {
  if (!span) return false;
  const { from, to } = span;
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const wanted = {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  } as const;
  try {
    return new Intl.DateTimeFormat("en", { ...wanted, timeZone });
  } catch {
    return new Intl.DateTimeFormat("en", { ...wanted, timeZone: "UTC" });
  }
}
