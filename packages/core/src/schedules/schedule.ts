import type { PlatformContext } from "../context";
import type { Counts, Part } from "./contract";

/** Repeated work. Every piece of it may run twice. */
export type Schedule = {
  /** Five fields, in UTC, unless an admin has changed it. */
  cron: string;
  /** True for work that an admin decides on: the schedule is paused until an admin runs or resumes it. */
  isPausedAtFirst?: true;
  /**
   * Returns a cheap fingerprint of the data that the work depends on. If it equals the fingerprint of the last success, nothing new has to
   * be done. Null: there is nothing to do.
   */
  look(ctx: PlatformContext): Promise<string | null>;
  work(ctx: PlatformContext, from: string | null): Promise<Part>;
  /** Returns a sentence on the work that was done. */
  summary(counts: Counts): string;
};

/** Returns "3 runs", "1 run" or "no runs". */
export function counted(count: number | undefined, one: string, many = `${one}s`): string {
  if (!count) return `no ${many}`;
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

const DAY_MS = 86_400_000;

/** Returns the moment this many days before. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
