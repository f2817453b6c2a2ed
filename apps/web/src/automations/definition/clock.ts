/** The rhythm of a schedule, as a person chooses it. `own` is a schedule of five fields that is none of these. */
export const rhythms = ["daily", "weekdays", "weekly", "monthly", "own"] as const;
export type Rhythm = (typeof rhythms)[number];
export type Clock = { rhythm: Rhythm; at: string; day: number };

/** Reads a schedule of five fields as a choice. */
export function clockOf(cron: string): Clock {
  const own: Clock = { rhythm: "own", at: "08:00", day: 1 };
  const [minute = "", hour = "", date, month, weekday = "", ...more] = cron.trim().split(/\s+/);
  const isTime = /^[0-5]?\d$/.test(minute) && /^([01]?\d|2[0-3])$/.test(hour);
  if (!isTime || month !== "*" || more.length > 0) return own;
  const at = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  if (date === "1" && weekday === "*") return { rhythm: "monthly", at, day: 1 };
  if (date !== "*") return own;
  if (weekday === "*") return { rhythm: "daily", at, day: 1 };
  if (weekday === "1-5") return { rhythm: "weekdays", at, day: 1 };
  return /^[0-6]$/.test(weekday) ? { rhythm: "weekly", at, day: Number(weekday) } : own;
}

/** Writes a choice as a schedule of five fields. */
export function cronOf({ rhythm, at, day }: Clock): string {
  const [hour = "8", minute = "0"] = at.split(":");
  const time = `${Number(minute)} ${Number(hour)}`;
  if (rhythm === "monthly") return `${time} 1 * *`;
  if (rhythm === "weekdays") return `${time} * * 1-5`;
  return rhythm === "weekly" ? `${time} * * ${day}` : `${time} * * *`;
}
