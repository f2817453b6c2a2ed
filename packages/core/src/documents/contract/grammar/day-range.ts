import { type Days, readDays } from "./read-days";

/** Returns the days that a condition means; an open end is null. Null if the value is no day. */
export function dayRange(
  key: string,
  is: string,
  written: string,
  now: Date,
): { from: Date | null; to: Date | null } | null {
  const [first = "", second] = written.split("..");
  if (second !== undefined) return is === ":" ? between(first, second, now) : null;
  const days = readDays(written, now);
  if (!days) return null;
  if (key === "after" || is === ">") return { from: days.to, to: null };
  if (key === "before" || is === "<") return { from: null, to: days.from };
  if (is === ">=") return { from: days.from, to: null };
  if (is === "<=") return { from: null, to: days.to };
  return days;
}

function between(first: string, second: string, now: Date) {
  const read = (written: string): Days | null | undefined =>
    written.trim() === "" ? undefined : readDays(written, now);
  const [one, other] = [read(first), read(second)];
  if (one === null || other === null || (!one && !other)) return null;
  return { from: one?.from ?? null, to: other?.to ?? null };
}
