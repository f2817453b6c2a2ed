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

/** The moment meant by a duration from now, or by a date. */
export function moment(text: string, now = Date.now()): Date {
  const date = /^\d{4}-/.test(text) ? new Date(text) : new Date(now + durationSeconds(text) * 1000);
  if (Number.isNaN(date.getTime())) throw new Error(`"${text}" is neither a duration nor a date`);
  return date;
}
