const secondsIn: Record<string, number> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
};

/** Seconds in "30s", "1h30m", "7d". Throws for anything else. */
export function durationSeconds(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join("") !== text) {
    throw new Error(`"${text}" is not a duration like 30s, 5m or 1h30m`);
  }
  return parts.reduce(
    (sum, [, count, unit]) => sum + Number(count) * (secondsIn[unit ?? ""] ?? 0),
    0,
  );
}

/** A moment, or so many seconds from now by the database's clock: a worker whose own clock is wrong does no harm. */
export type When = Date | { seconds: number };

/** Reads "30s" or a date. Throws for anything else. */
export function whenOf(text: string): When {
  if (!/^\d{4}-/.test(text)) return { seconds: durationSeconds(text) };
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new Error(`"${text}" is neither a duration nor a date`);
  return date;
}

/** For statements with `coalesce($n::timestamptz, clock_timestamp() + make_interval(secs => $m))`. */
export function whenValues(when: When): [Date | null, number] {
  return when instanceof Date ? [when, 0] : [null, when.seconds];
}
