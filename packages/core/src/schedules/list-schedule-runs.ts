import { z } from "zod";

import { platformQuery } from "../operation/platform";
import { keyOf, ofSchedule, ScheduleRunSummary, scheduleRunOf } from "./contract";

/** The number of runs that are kept of a schedule. */
export const RUNS_KEPT = 50;

/** Returns the kept runs of a schedule, newest first. */
export const listScheduleRuns = platformQuery("schedules.list-schedule-runs", {
  title: "List the runs of a schedule",
  permission: "platform.read",
  input: ofSchedule,
  output: z.array(ScheduleRunSummary),
  doors: ["admin"],

  async handle({ db }, { name }) {
    const runs = await db.platform.schedules.listRuns(keyOf(name), RUNS_KEPT);
    return runs.map(scheduleRunOf);
  },
});
