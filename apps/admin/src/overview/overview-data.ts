import type { Outputs } from "@besunny/api/browser/outputs";
import type { DocumentStatus } from "@besunny/api/browser/vocabulary";

export type OverviewData = Outputs["admin"]["overview"];

/** Statuses in the order in which they are stacked, best first, with the colour that accompanies their name. */
export const statuses = [
  { name: "ready", color: tint("--good") },
  { name: "needs_review", color: "var(--accent)" },
  { name: "processing", color: tint("--info") },
  { name: "pending", color: "var(--n8)" },
  { name: "cancelled", color: "var(--n6)" },
  { name: "failed", color: tint("--bad") },
] as const satisfies readonly { name: DocumentStatus; color: string }[];

export type StatusName = (typeof statuses)[number]["name"];

/** One row a day, days without documents too; `day` is ISO 8601. */
export function daysOf({ documentsByDay, since, asOf }: OverviewData) {
  const byDay = Map.groupBy(documentsByDay, ({ day }) => day.toISOString().slice(0, 10));
  const rows = [];
  const last = asOf.toISOString().slice(0, 10);
  for (let at = startOfDay(since); ; at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (day > last) return rows;
    const counts = byDay.get(day) ?? [];
    const of = (name: StatusName) => counts.find(({ status }) => status === name)?.count ?? 0;
    rows.push({
      day,
      ready: of("ready"),
      needs_review: of("needs_review"),
      processing: of("processing"),
      pending: of("pending"),
      cancelled: of("cancelled"),
      failed: of("failed"),
    });
  }
}

/** The day after, for ranges whose end is left out. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);
}

/** The tokens of meanings are made for text; as areas they are softer. */
export function tint(token: string): string {
  return `color-mix(in oklab, var(${token}) 62%, var(--n1))`;
}

const dayMs = 24 * 60 * 60 * 1000;

function startOfDay(date: Date): number {
  return Math.floor(date.getTime() / dayMs) * dayMs;
}
