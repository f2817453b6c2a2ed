import { z } from "zod";

import { conflict } from "../errors";
import { scheduleRunAsked } from "../events";
import { platformCommand } from "../operation/platform";
import { keyOf, ofSchedule } from "./contract";
import { lockSchedule } from "./lock-schedule";

/**
 * Starts a run of a schedule now, also while it is paused, and returns its id. Throws `CONFLICT` while another run of the schedule is open.
 */
export const startSchedule = platformCommand("schedules.start-schedule", {
  title: "Run a schedule now",
  permission: "schedule.manage",
  input: ofSchedule,
  output: z.object({ id: z.string() }),
  doors: ["admin"],
  audit: { subjects: ({ id }, { name }) => [name, id] },

  async handle({ schedules, emit, actor, clock }, { name }) {
    await lockSchedule({ schedules, clock }, name);
    const key = keyOf(name);
    if (await schedules.findOpenRun(key))
      conflict("It is running already", "Wait until it is done, then run it again.");
    const run = await schedules.beginRun(key, {
      askedById: actor.kind === "platformAdmin" ? actor.id : null,
      createdAt: clock(),
    });
    emit(scheduleRunAsked.of({ schedule: name, scheduleRunId: run.id }));
    return { id: run.id };
  },
});
