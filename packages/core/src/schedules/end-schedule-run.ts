import { z } from "zod";

import { sweep } from "../operation/platform";
import { Counts, keyOf, ofScheduleRun } from "./contract";
import { RUNS_KEPT } from "./list-schedule-runs";
import { schedules } from "./schedules";

/** Records the end of a schedule run, deletes the oldest runs, and returns a summary sentence. A run that is over stays unchanged. */
export const endScheduleRun = sweep("schedules.end-schedule-run", {
  title: "End the run of a schedule",
  permission: "schedule.work",
  input: z.union([
    ofScheduleRun.extend({ counts: Counts }),
    ofScheduleRun.extend({ error: z.string() }),
  ]),
  output: z.object({ changed: z.boolean(), summary: z.string() }),
  doors: ["job"],
  audit: { notAudited: "The schedule's run is the record." },

  async handle(ctx, { name, id, ...ending }) {
    const { schedules: repository } = ctx.db.platform;
    const isDone = "counts" in ending;
    const summary = isDone ? schedules[name].summary(ending.counts) : ending.error;
    await repository.updateOpenRun(id, {
      state: isDone ? "succeeded" : "failed",
      result: summary,
      finishedAt: ctx.clock(),
    });
    await repository.forgetRuns(keyOf(name), RUNS_KEPT);
    const isChanged = isDone && Object.values(ending.counts).some((count) => count > 0);
    return { changed: isChanged, summary };
  },
});
