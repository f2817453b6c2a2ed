import { z } from "zod";

import type { PlatformContext } from "../context";
import { sweep } from "../operation/platform";
import { keyOf, ofScheduleRun, type ScheduleName } from "./contract";
import { daysBefore } from "./schedule";
import { schedules } from "./schedules";

/** A run within this many days of the last one is skipped if nothing has changed. A later one works, since `look` could miss a change. */
const MOST_DAYS_SKIPPED = 7;

/**
 * Begins a schedule run and returns whether there is work to do. A run that a person asked for always has work; a run that is over has
 * none.
 */
export const beginScheduleRun = sweep("schedules.begin-schedule-run", {
  title: "Begin the run of a schedule",
  permission: "schedule.work",
  input: ofScheduleRun.extend({ engineRunId: z.string() }),
  output: z.object({ isWanted: z.boolean() }),
  doors: ["job"],
  audit: { notAudited: "The schedule's run is the record." },

  async handle(ctx, { name, id, engineRunId }) {
    const { schedules: repository } = ctx.db.platform;
    const run = await repository.findRun(id);
    if (!run || !["queued", "running"].includes(run.state)) return { isWanted: false };

    const startedAt = run.startedAt ?? ctx.clock();
    await repository.updateOpenRun(id, { state: "running", engineRunId, startedAt });
    const fingerprint = await schedules[name].look(ctx);
    await repository.updateOpenRun(id, { fingerprint });
    if (run.askedById !== null) return { isWanted: true };

    const result = await whySkipped(ctx, name, fingerprint);
    if (result === null) return { isWanted: true };
    await repository.updateOpenRun(id, { state: "skipped", result, finishedAt: ctx.clock() });
    return { isWanted: false };
  },
});

async function whySkipped(
  { db, clock }: PlatformContext,
  name: ScheduleName,
  fingerprint: string | null,
): Promise<string | null> {
  if (fingerprint === null) return "There was nothing to do.";
  const last = await db.platform.schedules.findLastSuccess(keyOf(name));
  const isFresh = last?.finishedAt && last.finishedAt > daysBefore(clock(), MOST_DAYS_SKIPPED);
  return isFresh && last.fingerprint === fingerprint
    ? "Nothing has changed since it last did its work."
    : null;
}
