import type { UpkeepContext } from "../context";
import { RUNS_KEPT } from "./list-schedule-runs";
import type { Counts } from "./schedule";
import { type ScheduleName, schedules } from "./schedules";

type Ending = { counts: Counts } | { error: string };

/** Keeps how it went, and forgets the oldest runs. A run that is over stays as it ended. */
export async function endScheduleRun(
  ctx: UpkeepContext,
  { name, id, ...ending }: { name: ScheduleName; id: string } & Ending,
): Promise<{ changed: boolean; summary: string }> {
  const { schedules: repository } = ctx.db.platform;
  const isDone = "counts" in ending;
  const summary = isDone ? schedules[name].summary(ending.counts) : ending.error;
  await repository.updateOpenRun(id, {
    state: isDone ? "succeeded" : "failed",
    result: summary,
    finishedAt: ctx.clock(),
  });
  await repository.forgetRuns(name, RUNS_KEPT);
  return { changed: isDone && Object.values(ending.counts).some((count) => count > 0), summary };
}
