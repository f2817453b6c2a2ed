import { platformCommand } from "../operation/platform";
import { nothing } from "../shapes";
import { changedBy } from "./changed-by";
import { keyOf, ofSchedule } from "./contract";
import { lockSchedule } from "./lock-schedule";

/**
 * Pauses a schedule: it begins nothing by the clock until it is resumed. A running schedule run goes on, and an admin can still start one.
 */
export const pauseSchedule = platformCommand("schedules.pause-schedule", {
  title: "Pause a schedule",
  permission: "schedule.manage",
  input: ofSchedule,
  output: nothing,
  doors: ["admin"],
  audit: { subjects: (_output, { name }) => [name] },

  async handle({ schedules, actor, clock, changed }, { name }) {
    const { isPaused } = await lockSchedule({ schedules, clock }, name);
    await schedules.update(keyOf(name), { isPaused: true, ...changedBy(actor, clock()) });
    changed({ subject: name, before: { isPaused }, after: { isPaused: true } });
  },
});
