import { z } from "zod";

import { platformCommand } from "../operation/operation";
import { lockSchedule } from "./lock-schedule";
import { scheduleName } from "./schedules";
import { nextTime } from "./timing";
import { timingOf } from "./timing-of";

/** It is due again by the clock. What it missed while it was paused is not made up for. */
export const resumeSchedule = platformCommand({
  action: "schedule.resume",
  input: z.object({ name: scheduleName }),

  async run({ schedules, actor, clock }, { name }) {
    const stored = await lockSchedule({ schedules, clock }, name);
    if (!stored.isPaused) return { dueAt: stored.dueAt };
    const dueAt = nextTime(timingOf(name, stored), clock());
    await schedules.update(name, {
      isPaused: false,
      dueAt,
      changedAt: clock(),
      ...(actor.kind === "platformAdmin" && { changedById: actor.id }),
    });
    return { dueAt };
  },
});
