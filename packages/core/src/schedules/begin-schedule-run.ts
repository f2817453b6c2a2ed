import type { UpkeepContext } from "../context";
import { daysBefore } from "./schedule";
import { type ScheduleName, schedules } from "./schedules";

/** However still everything lies, the work is done once in so many days: its cheap look could miss something. */
const MOST_DAYS_SKIPPED = 7;

type Begun = { isWanted: boolean };

/** Says whether there is work to do. A run that a person asked for is always done; one that is over by now is not. */
export async function beginScheduleRun(
  ctx: UpkeepContext,
  { name, id, engineRunId }: { name: ScheduleName; id: string; engineRunId: string },
): Promise<Begun> {
  const { schedules: repository } = ctx.db.platform;
  const run = await repository.findRun(id);
  if (!run || !["queued", "running"].includes(run.state)) return { isWanted: false };

  const startedAt = run.startedAt ?? ctx.clock();
  await repository.updateOpenRun(id, { state: "running", engineRunId, startedAt });
  const fingerprint = await schedules[name].look(ctx);
  await repository.updateOpenRun(id, { fingerprint });
  if (run.askedById !== null) return { isWanted: true };

  const reason = await whySkipped(ctx, name, fingerprint);
  if (reason === null) return { isWanted: true };
  await repository.updateOpenRun(id, {
    state: "skipped",
    result: reason,
    finishedAt: ctx.clock(),
  });
  return { isWanted: false };
}

async function whySkipped(
  { db, clock }: UpkeepContext,
  name: ScheduleName,
  fingerprint: string | null,
): Promise<string | null> {
  if (fingerprint === null) return "There was nothing to do.";
  const last = await db.platform.schedules.findLastSuccess(name);
  const isFresh = last?.finishedAt && last.finishedAt > daysBefore(clock(), MOST_DAYS_SKIPPED);
  return isFresh && last.fingerprint === fingerprint
    ? "Nothing has changed since it last did its work."
    : null;
}
