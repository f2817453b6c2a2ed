import { z } from "zod";

import { platformCommand } from "../operation/operation";
import { lockSchedule } from "./lock-schedule";
import { scheduleName } from "./schedules";

/** Nothing of it begins by the clock until it is resumed; what is under way goes on, and it can be run by hand. */
export const pauseSchedule = platformCommand({
  action: "schedule.pause",
  input: z.object({ name: scheduleName }),

  async run({ schedules, actor, clock }, { name }) {
    await lockSchedule({ schedules, clock }, name);
    await schedules.update(name, {
      isPaused: true,
      changedAt: clock(),
      ...(actor.kind === "platformAdmin" && { changedById: actor.id }),
    });
  },
});
