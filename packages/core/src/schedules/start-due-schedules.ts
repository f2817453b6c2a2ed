import type { ScheduleRun } from "@besunny/db/platform/schedules";

import type { PlatformContext } from "../context";
import { scheduleRunAsked } from "../events";
import { type ScheduleName, scheduleNames } from "./schedules";
import { nextTime } from "./timing";
import { timingOf } from "./timing-of";

/** Where nobody tells whether a run is over (Inngest keeps its own runs), it is given up after this. */
const LONGEST_RUN_MS = 6 * 3_600_000;

/**
 * Begins a run of each schedule that is due: once, however many look at the same moment. Times that were missed while nothing looked
 * are made up for by one run. Gives the names of what was begun.
 */
export async function startDueSchedules(ctx: PlatformContext): Promise<ScheduleName[]> {
  const { schedules } = ctx.db.platform;
  const now = ctx.clock();
  await schedules.add(
    scheduleNames.map((name) => ({ name, dueAt: nextTime(timingOf(name), now) })),
  );
  await giveUpLost(ctx);

  const due = (await schedules.list()).filter(({ isPaused, dueAt }) => !isPaused && dueAt <= now);
  const begun: ScheduleName[] = [];
  for (const name of scheduleNames)
    if (due.some((each) => each.name === name) && (await begin(ctx, name))) begun.push(name);
  return begun;
}

/** The row is locked, so whoever comes second finds that it is not due any more. A run under way stands for the one that is due. */
function begin({ db, clock }: PlatformContext, name: ScheduleName): Promise<boolean> {
  return db.platform.transaction(async ({ schedules, events }) => {
    const stored = await schedules.lock(name);
    const now = clock();
    if (!stored || stored.isPaused || stored.dueAt > now) return false;
    await schedules.update(name, { dueAt: nextTime(timingOf(name, stored), now) });
    if (await schedules.findOpenRun(name)) return false;
    const run = await schedules.beginRun({ schedule: name, askedById: null, createdAt: now });
    await events.add(scheduleRunAsked.of({ schedule: name, scheduleRunId: run.id }));
    return true;
  });
}

/** A run that was cancelled, or is not known to the engine any more, ends here too, or it would block its schedule for ever. */
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
