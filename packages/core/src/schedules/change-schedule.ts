import { z } from "zod";

import { platformCommand } from "../operation/platform";
import { instant } from "../shapes";
import { nextTime, timing } from "../timing";
import { changedBy } from "./changed-by";
import { keyOf, scheduleName } from "./contract";
import { lockSchedule } from "./lock-schedule";
import { timingOf } from "./timing-of";

/** Changes the times of a schedule, and returns when it is due next. */
export const changeSchedule = platformCommand("schedules.change-schedule", {
  title: "Change a schedule",
  permission: "schedule.manage",
  input: timing.safeExtend({ name: scheduleName }),
  output: z.object({ dueAt: instant }),
  doors: ["admin"],
  audit: { subjects: (_output, { name }) => [name] },

  async handle({ schedules, actor, clock, changed }, { name, cron, timeZone }) {
    const stored = await lockSchedule({ schedules, clock }, name);
    const now = clock();
    const dueAt = nextTime({ cron, timeZone }, now);
    await schedules.update(keyOf(name), { cron, timeZone, dueAt, ...changedBy(actor, now) });
    changed({ subject: name, before: timingOf(name, stored), after: { cron, timeZone } });
    return { dueAt };
  },
});
