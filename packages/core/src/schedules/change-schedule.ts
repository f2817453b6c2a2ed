import { platformCommand } from "../operation/operation";
import { lockSchedule } from "./lock-schedule";
import { scheduleName } from "./schedules";
import { nextTime, timing } from "./timing";

/** From now on it is due at other times. */
export const changeSchedule = platformCommand({
  action: "schedule.change",
  input: timing.safeExtend({ name: scheduleName }),

  async run({ schedules, actor, clock }, { name, cron, timeZone }) {
    await lockSchedule({ schedules, clock }, name);
    const now = clock();
    const dueAt = nextTime({ cron, timeZone }, now);
    await schedules.update(name, {
      cron,
      timeZone,
      dueAt,
      changedAt: now,
      ...(actor.kind === "platformAdmin" && { changedById: actor.id }),
    });
    return { dueAt };
  },
});
