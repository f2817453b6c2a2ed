import type { ScheduleKey, ScheduleRun } from "@besunny/db/platform/schedules";
import { z } from "zod";

import { instant } from "../shapes";

/** The platform's own schedules, in display order. */
export const scheduleNames = [
  "begin-automations",
  "empty-trash",
  "encrypt-files",
  "look-at-experiments",
  "prepare-briefs",
  "read-again",
  "reconcile-figures",
  "reconcile-index",
  "remove-leftover-uploads",
  "remove-old-runs",
  "renew-index",
  "send-notices",
  "send-reports",
  "watch-quality",
  "watch-models",
  "train-models",
  "recalibrate",
  "evaluate-hosted",
  "anchor-logs",
  "keep-holds",
  "remind-of-actions",
  "understand-meetings-again",
  "send-usage",
  "compare-usage",
  "keep-accounts",
  "watch-isolation",
  "end-workspaces",
  "apply-retention",
  "confirm-receipts",
  "check-watches",
] as const;
export const scheduleName = z.enum(scheduleNames);
export type ScheduleName = z.infer<typeof scheduleName>;

export const scheduleRunStates = ["queued", "running", "succeeded", "failed", "skipped"] as const;

export const ofSchedule = z.object({ name: scheduleName });

/** A schedule and one of its runs. */
export const ofScheduleRun = ofSchedule.extend({ id: z.string() });

/** Amounts of work done, by name. */
export const Counts = z.record(z.string(), z.number()).readonly();
export type Counts = z.infer<typeof Counts>;

/** One piece of the work: the position where the next piece begins, or null after the last piece. */
export const Part = z.object({ next: z.string().nullable(), counts: Counts });
export type Part = z.infer<typeof Part>;

/** A schedule run as admins see it. */
export const ScheduleRunSummary = z.object({
  id: z.string(),
  state: z.enum(scheduleRunStates),
  isAsked: z.boolean(),
  askedById: z.string().nullable(),
  engineRunId: z.string().nullable(),
  result: z.string().nullable(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  durationMs: z.number().nullable(),
});
export type ScheduleRunSummary = z.infer<typeof ScheduleRunSummary>;

/** A schedule with its next time and its last run. `nextAt` is null while it is paused. */
export const ScheduleSummary = z.object({
  name: scheduleName,
  cron: z.string(),
  timeZone: z.string(),
  defaultCron: z.string(),
  isPaused: z.boolean(),
  nextAt: instant.nullable(),
  changedAt: instant.nullable(),
  isOpen: z.boolean(),
  last: ScheduleRunSummary.nullable(),
});
export type ScheduleSummary = z.infer<typeof ScheduleSummary>;

/** The subject of the schedules that belong to no workspace. */
export const platformSubject = "";

/** Returns the key of one of the platform's own schedules. */
export function keyOf(name: ScheduleName): ScheduleKey {
  return { name, subject: platformSubject };
}

/** Returns the sum of the counts of two pieces of work. */
export function added(one: Counts, other: Counts): Counts {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    [...names].map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]),
  );
}

/** Returns a stored schedule run as admins see it; durations in milliseconds. */
export function scheduleRunOf(run: ScheduleRun): ScheduleRunSummary {
  const { startedAt, finishedAt, askedById, state } = run;
  return {
    id: run.id,
    state: z.enum(scheduleRunStates).parse(state),
    isAsked: askedById !== null,
    askedById,
    engineRunId: run.engineRunId,
    result: run.result,
    createdAt: run.createdAt,
    startedAt,
    finishedAt,
    durationMs: startedAt && finishedAt ? finishedAt.getTime() - startedAt.getTime() : null,
  };
}
