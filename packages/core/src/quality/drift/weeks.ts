const DAY_MS = 86_400_000;

/** Returns the Monday of a moment's week, at midnight in UTC. */
export function weekOf(moment: Date): Date {
  const day = Math.floor(moment.getTime() / DAY_MS);
  // 1 January 1970 was a Thursday.
  return new Date((day - ((day + 3) % 7)) * DAY_MS);
}

/** Returns the same day some weeks later; earlier for a negative number. */
export function weeksAfter(week: Date, weeks: number): Date {
  return new Date(week.getTime() + weeks * 7 * DAY_MS);
}
