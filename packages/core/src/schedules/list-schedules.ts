import type { ScheduleRun, StoredSchedule } from "@besunny/db/platform/schedules";
import { z } from "zod";

import { platformOperation } from "../operation/operation";
import { type ScheduleName, scheduleNames, schedules } from "./schedules";
import { nextTime } from "./timing";
import { timingOf } from "./timing-of";

/** Every schedule: when it is due next, and how it went last. `nextAt` is null while it is paused. */
export const listSchedules = platformOperation({
  input: z.object({}),

  async run({ db, clock }) {
    const [stored, runs] = await Promise.all([
      db.platform.schedules.list(),
      db.platform.schedules.listLastRuns(),
    ]);
    const now = clock();
    return {
      asOf: now,
      schedules: scheduleNames.map((name) =>
        asListed(name, {
          stored: stored.find((each) => each.name === name),
          last: runs.find((run) => run.schedule === name),
          now,
        }),
      ),
    };
  },
});

function asListed(
  name: ScheduleName,
  found: { stored: StoredSchedule | undefined; last: ScheduleRun | undefined; now: Date },
) {
  const { stored, last, now } = found;
  const timing = timingOf(name, stored);
  const isPaused = stored?.isPaused ?? false;
  return {
    name,
    ...timing,
    defaultCron: schedules[name].cron,
    isPaused,
    nextAt: isPaused ? null : (stored?.dueAt ?? nextTime(timing, now)),
    changedAt: stored?.changedAt ?? null,
    isOpen: last?.state === "queued" || last?.state === "running",
    last: last ? publicRun(last) : null,
  };
}

/** A run as people see it; durations in milliseconds. */
export function publicRun({ fingerprint: _fingerprint, schedule: _schedule, ...run }: ScheduleRun) {
  const { startedAt, finishedAt, askedById } = run;
  return {
    ...run,
    isAsked: askedById !== null,
    durationMs: startedAt && finishedAt ? finishedAt.getTime() - startedAt.getTime() : null,
  };
}
