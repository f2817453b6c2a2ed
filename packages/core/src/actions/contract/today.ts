import { z } from "zod";

/** A day in an input, as `2026-01-31`. */
export const dayInput = z.iso.date("Give a day such as 2026-01-31");

/** The day of the caller, by which an action is overdue or not. */
export const todayInput = dayInput
  .optional()
  .meta({ description: "The caller's day; that of UTC if it is not given" });

/** Returns a day as the database keeps it. */
export const atDay = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Returns the given day, or the day of now in UTC. */
export const todayOf = (today: string | undefined, now: Date): Date =>
  atDay(today ?? now.toISOString().slice(0, 10));

/** Returns the day that is so many days later. */
export const dayAfter = (day: Date, days: number): Date =>
  new Date(day.getTime() + days * 86_400_000);
