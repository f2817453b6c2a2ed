import { z } from "zod";

import { conflict } from "../errors";
import { scheduleRunAsked } from "../events";
import { platformCommand } from "../operation/operation";
import { lockSchedule } from "./lock-schedule";
import { scheduleName } from "./schedules";

/** Runs it now, whether or not something has changed, also while it is paused. One run of it at a time. */
export const startSchedule = platformCommand({
  action: "schedule.start",
  input: z.object({ name: scheduleName }),

  async run({ schedules, events, actor, clock }, { name }) {
    await lockSchedule({ schedules, clock }, name);
    if (await schedules.findOpenRun(name))
      conflict("It is running already", "Wait until it is done, then run it again.");
    const run = await schedules.beginRun({
      schedule: name,
      askedById: actor.kind === "platformAdmin" ? actor.id : null,
      createdAt: clock(),
    });
    await events.add(scheduleRunAsked.of({ schedule: name, scheduleRunId: run.id }));
    return { id: run.id };
  },
});
