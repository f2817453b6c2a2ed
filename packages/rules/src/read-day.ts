/** Returns the start of a day that is written as `2026-12-31`, in UTC; null if the calendar does not have it. */
export function readDay(written: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return null;
  const day = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written) ? day : null;
}
