const dayMs = 86_400_000;

/** Returns the calendar day of a moment where the person is, as `2026-01-31`. */
export function localDay(moment: Date): string {
  const [month, day] = [moment.getMonth() + 1, moment.getDate()].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${moment.getFullYear()}-${month}-${day}`;
}

/** Returns how many days after the first day the second one is. */
export function daysBetween(first: string, second: string): number {
  return Math.round((Date.parse(second) - Date.parse(first)) / dayMs);
}
