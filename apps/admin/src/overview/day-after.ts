const DAY_MS = 86_400_000;

/** Returns the same time a day later, in UTC. */
export function dayAfter(day: Date): Date {
  return new Date(day.getTime() + DAY_MS);
}
