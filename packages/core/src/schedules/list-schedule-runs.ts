import { z } from "zod";

import { platformOperation } from "../operation/operation";
import { publicRun } from "./list-schedules";
import { scheduleName } from "./schedules";

/** How many runs of a schedule are remembered. */
export const RUNS_KEPT = 50;

/** What is remembered of a schedule's runs, newest first. */
export const listScheduleRuns = platformOperation({
  input: z.object({ name: scheduleName }),

  async run({ db }, { name }) {
    const runs = await db.platform.schedules.listRuns(name, RUNS_KEPT);
    return runs.map(publicRun);
  },
});
