/** The days of a clock that the form offers: all, working days, the first of a month, or a weekday from Sunday, which is 0. */
export const clockDays = [
  "daily",
  "working",
  "monthly",
  "1",
  "2",
  "3",
  "4",
  "5",
  "6",
  "0",
] as const;
export type ClockDays = (typeof clockDays)[number];
export type ClockTimes = { days: ClockDays; time: string };

/** Returns the five fields of cron for a choice. */
export function cronOf({ days, time }: ClockTimes): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const at = `${minute} ${hour}`;
  if (days === "daily") return `${at} * * *`;
  if (days === "working") return `${at} * * 1-5`;
  return days === "monthly" ? `${at} 1 * *` : `${at} * * ${days}`;
}

/** Reads a pattern back as a choice; null for one that the form does not know. */
export function timesOf(cron: string): ClockTimes | null {
  const [minute = "", hour = "", day, month, weekday = "", more] = cron.trim().split(/\s+/);
  const [of, at] = [Number(hour), Number(minute)];
  const isTime = /^\d{1,2}$/.test(hour) && /^\d{1,2}$/.test(minute) && of < 24 && at < 60;
  if (!isTime || month !== "*" || more !== undefined) return null;
  const time = `${String(of).padStart(2, "0")}:${String(at).padStart(2, "0")}`;
  if (day === "1" && weekday === "*") return { days: "monthly", time };
  if (day !== "*") return null;
  if (weekday === "*") return { days: "daily", time };
  if (weekday === "1-5") return { days: "working", time };
  const days = clockDays.find((each) => each === weekday);
  return days ? { days, time } : null;
}
