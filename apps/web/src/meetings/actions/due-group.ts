import { daysBetween } from "~/home/days";

/** The parts of a list of actions, in their order. */
export const dueGroups = ["overdue", "today", "week", "later", "none"] as const;
export type DueGroup = (typeof dueGroups)[number];

const DAYS_OF_A_WEEK = 7;

/** Returns the part of the list to which a day belongs. Days are such as `2026-01-31`. */
export function dueGroupOf(due: string | null, today: string): DueGroup {
  if (due === null) return "none";
  const days = daysBetween(today, due);
  if (days < 0) return "overdue";
  if (days === 0) return "today";
  return days < DAYS_OF_A_WEEK ? "week" : "later";
}
