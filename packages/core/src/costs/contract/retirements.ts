import type { Retirement as Row } from "@besunny/db/platform/money/model-retirements";

import { z } from "zod";
import { type Retirement, retirementSources } from "./money";

const DAY_MS = 86_400_000;
/** The days before the end of a model on which people are warned. */
export const warningDays = [60, 30, 7] as const;
const sourceOf = z.enum(retirementSources);
const rankOf = ({ saidBy }: Row) => retirementSources.indexOf(sourceOf.parse(saidBy));

type Called = { server: string; model: string; calls: number };

/** Returns what holds for each model, the next end first, with the calls to it and to its dated snapshots. */
export function holding(rows: readonly Row[], called: readonly Called[], now: Date): Retirement[] {
  const best = new Map<string, Row>();
  for (const row of rows.toSorted((a, b) => rankOf(b) - rankOf(a))) {
    const key = `${row.server} ${row.model}`;
    if (!best.has(key)) best.set(key, row);
  }
  return [...best.values()]
    .map((row) => ({
      ...row,
      saidBy: sourceOf.parse(row.saidBy),
      daysLeft: daysUntil(row.endsOn, now),
      calls: called
        .filter((each) => each.server === row.server && isOf(each.model, row.model))
        .reduce((sum, { calls }) => sum + calls, 0),
    }))
    .toSorted((a, b) => a.endsOn.localeCompare(b.endsOn) || a.model.localeCompare(b.model));
}

/** Returns the warning that is due: 60, 30 or 7 days; null while the end is further away, or past. */
export function warningOf(daysLeft: number): number | null {
  if (daysLeft < 0) return null;
  return warningDays.filter((days) => daysLeft <= days).at(-1) ?? null;
}

/** True if the model is the named one or a dated snapshot of it. */
export function isOf(model: string, name: string): boolean {
  return (
    model === name ||
    (model.startsWith(name) && /^-\d{4}-\d{2}-\d{2}$/.test(model.slice(name.length)))
  );
}

function daysUntil(day: string, now: Date): number {
  const today = Date.parse(now.toISOString().slice(0, 10));
  return Math.round((Date.parse(day) - today) / DAY_MS);
}
