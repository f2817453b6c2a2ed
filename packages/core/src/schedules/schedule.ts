import type { UpkeepContext } from "../context";

/** How much was done, by name. */
export type Counts = Readonly<Record<string, number>>;

/** One piece of the work: where the next piece begins, or null when all is done. */
export type Part = { next: string | null; counts: Counts };

/** Work that is done again and again. Every piece of it may run twice. */
export type Schedule = {
  /** Five fields, in UTC, unless somebody has changed it. */
  cron: string;
  /** A cheap look at what the work depends on: when it is as it was at the last success there is nothing new to do. Null: there is nothing to do. */
  look(ctx: UpkeepContext): Promise<string | null>;
  work(ctx: UpkeepContext, from: string | null): Promise<Part>;
  /** A sentence on what was done. */
  summary(counts: Counts): string;
};

/** "3 runs", "1 run", "no runs". */
export function counted(count: number | undefined, one: string, many = `${one}s`): string {
  if (!count) return `no ${many}`;
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** What several pieces of work have done together. */
export function added(one: Counts, other: Counts): Counts {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    [...names].map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]),
  );
}

const DAY_MS = 86_400_000;

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
