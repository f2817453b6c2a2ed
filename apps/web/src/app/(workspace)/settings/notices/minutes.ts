const format = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Returns the minute of the day of a time such as `22:30`; null if it is none. */
export function minuteOf(time: string): number | null {
  const [, hour, minute] = format.exec(time) ?? [];
  return hour === undefined || minute === undefined ? null : Number(hour) * 60 + Number(minute);
}

/** Returns a minute of the day as `22:30`. */
export function timeOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}
