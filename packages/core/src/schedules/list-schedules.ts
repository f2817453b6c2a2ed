import type { ScheduleRun, StoredSchedule } from "@besunny/db/platform/schedules";
import { z } from "zod";

import { platformQuery } from "../operation/platform";
import { instant } from "../shapes";
import { nextTime } from "../timing";
import {
  platformSubject,
  type ScheduleName,
  ScheduleSummary,
  scheduleNames,
  scheduleRunOf,
} from "./contract";
import { isPausedAtFirst, schedules } from "./schedules";
import { timingOf } from "./timing-of";

/** Returns every schedule of the platform; `asOf` is its freshness. */
export const listSchedules = platformQuery("schedules.list-schedules", {
  title: "List schedules",
  permission: "platform.read",
  input: z.object({}),
  output: z.object({ asOf: instant, schedules: z.array(ScheduleSummary) }),
  doors: ["admin"],

  async handle({ db, clock }) {
    const [stored, runs] = await Promise.all([
      db.platform.schedules.list(platformSubject),
      db.platform.schedules.listLastRuns(platformSubject),
    ]);
    const now = clock();
    return {
      asOf: now,
      schedules: scheduleNames.map((name) =>
        summaryOf(name, {
          stored: stored.find((each) => each.name === name),
          last: runs.find((run) => run.schedule === name),
          now,
        }),
      ),
    };
  },
});

function summaryOf(
  name: ScheduleName,
  found: { stored: StoredSchedule | undefined; last: ScheduleRun | undefined; now: Date },
): ScheduleSummary {
  const { stored, last, now } = found;
  const timing = timingOf(name, stored);
  const isPaused = stored?.isPaused ?? isPausedAtFirst(name);
  return {
    name,
    ...timing,
    defaultCron: schedules[name].cron,
    isPaused,
    nextAt: isPaused ? null : (stored?.dueAt ?? nextTime(timing, now)),
    changedAt: stored?.changedAt ?? null,
    isOpen: last?.state === "queued" || last?.state === "running",
    last: last ? scheduleRunOf(last) : null,
  };
}
