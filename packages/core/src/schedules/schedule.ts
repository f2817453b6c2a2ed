import type { PlatformContext } from "../context";
import type { Counts, Part } from "./contract";

/** Work that is done again and again. Every piece of it may run twice. */
export type Schedule = {
  /** Five fields, in UTC, unless somebody has changed it. */
  cron: string;
  /**
   * Returns a cheap fingerprint of what the work depends on: when it equals that of the last success, there is nothing new to do. Null: there
   * is nothing to do.
   */
  look(ctx: PlatformContext): Promise<string | null>;
  work(ctx: PlatformContext, from: string | null): Promise<Part>;
  /** Returns a sentence on what was done. */
  summary(counts: Counts): string;
};

/** Returns "3 runs", "1 run" or "no runs". */
export function counted(count: number | undefined, one: string, many = `${one}s`): string {
  if (!count) return `no ${many}`;
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

const DAY_MS = 86_400_000;

/** Returns the moment so many days before. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
