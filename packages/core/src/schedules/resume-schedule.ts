import { z } from "zod";

import { platformCommand } from "../operation/platform";
import { instant } from "../shapes";
import { nextTime } from "../timing";
import { changedBy } from "./changed-by";
import { keyOf, ofSchedule } from "./contract";
import { lockSchedule } from "./lock-schedule";
import { timingOf } from "./timing-of";

/** Makes a paused schedule due again by the clock, and returns its next time. Skips times that passed while it was paused. */
export const resumeSchedule = platformCommand("schedules.resume-schedule", {
  title: "Resume a schedule",
  permission: "schedule.manage",
  input: ofSchedule,
  output: z.object({ dueAt: instant }),
  doors: ["admin"],
  audit: { subjects: (_output, { name }) => [name] },

  async handle({ schedules, actor, clock, changed }, { name }) {
    const stored = await lockSchedule({ schedules, clock }, name);
    if (!stored.isPaused) return { dueAt: stored.dueAt };
    const now = clock();
    const dueAt = nextTime(timingOf(name, stored), now);
    await schedules.update(keyOf(name), { isPaused: false, dueAt, ...changedBy(actor, now) });
    changed({ subject: name, before: { isPaused: true }, after: { isPaused: false } });
    return { dueAt };
  },
});
