import type { ScheduleRun } from "@besunny/db/platform/schedules";
import { z } from "zod";

import type { PlatformContext } from "../context";
import { scheduleRunAsked } from "../events";
import { sweep } from "../operation/platform";
import { nextTime } from "../timing";
import { keyOf, platformSubject, type ScheduleName, scheduleName, scheduleNames } from "./contract";
import { isPausedAtFirst } from "./schedules";
import { timingOf } from "./timing-of";

/** Time after which a run is given up whose end nothing reports, because Inngest keeps its own runs. */
const LONGEST_RUN_MS = 6 * 3_600_000;

/**
 * Begins one run of each schedule that is due, even if several workers call it at the same moment, and returns the names. Several missed
 * times of a schedule become one run.
 */
export const startDueSchedules = sweep("schedules.start-due-schedules", {
  title: "Start the schedules that are due",
  permission: "schedule.work",
  input: z.object({}),
  output: z.array(scheduleName),
  doors: ["job"],
  audit: { notAudited: "The schedule's run is the record." },

  async handle(ctx) {
    const { schedules } = ctx.db.platform;
    const now = ctx.clock();
    await schedules.add(
      scheduleNames.map((name) => ({
        ...keyOf(name),
        dueAt: nextTime(timingOf(name), now),
        isPaused: isPausedAtFirst(name),
      })),
    );
    await giveUpLost(ctx);

    const stored = await schedules.list(platformSubject);
    const due = stored.filter(({ isPaused, dueAt }) => !isPaused && dueAt <= now);
    const begun: ScheduleName[] = [];
    for (const name of scheduleNames)
      if (due.some((each) => each.name === name) && (await begin(ctx, name))) begun.push(name);
    return begun;
  },
});

/**
 * Begins a run of the schedule if it is due. The row is locked, so a second worker finds that it is not due any more. An open run counts as
 * the due one.
 */
function begin({ db, clock }: PlatformContext, name: ScheduleName): Promise<boolean> {
  const key = keyOf(name);
  return db.platform.transaction(async ({ schedules, events }) => {
    const stored = await schedules.lock(key);
    const now = clock();
    if (!stored || stored.isPaused || stored.dueAt > now) return false;
    await schedules.update(key, { dueAt: nextTime(timingOf(name, stored), now) });
    if (await schedules.findOpenRun(key)) return false;
    const run = await schedules.beginRun(key, { askedById: null, createdAt: now });
    await events.add(scheduleRunAsked.of({ schedule: name, scheduleRunId: run.id }));
    return true;
  });
}

/** Ends runs that were cancelled or that the engine does not know any more, because they would block their schedules. */
async function giveUpLost(ctx: PlatformContext): Promise<void> {
  const { schedules } = ctx.db.platform;
  for (const run of await schedules.listOpenRuns()) {
    const reason = await whyLost(ctx, run);
    if (!reason) continue;
    await schedules.updateOpenRun(run.id, {
      state: "failed",
      result: reason,
      finishedAt: ctx.clock(),
    });
  }
}

async function whyLost(
  { runs, clock }: PlatformContext,
  { engineRunId, createdAt }: ScheduleRun,
): Promise<string | null> {
  const isOld = clock().getTime() - createdAt.getTime() > LONGEST_RUN_MS;
  if (!runs || !engineRunId) return isOld ? "It did not end within six hours." : null;
  const run = await runs.getRun(engineRunId);
  if (!run) return "Its run is not known any more.";
  if (run.state === "cancelled") return "Its run was cancelled.";
  if (run.state === "failed") return run.error?.message ?? "Its run failed.";
  return null;
}
