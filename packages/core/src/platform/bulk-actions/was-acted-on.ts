import type { PlatformContext } from "../../context";
import { engineRuns, isOver } from "../runs/engine-runs";

/** Returns whether the planned action was done to the run before the acting process stopped. */
export async function wasActedOn(
  ctx: Pick<PlatformContext, "runs">,
  kind: string,
  { runId, plannedAt }: { runId: string; plannedAt: Date },
): Promise<boolean> {
  const runs = engineRuns(ctx);
  const run = await runs.getRun(runId);
  if (!run) return false;
  if (kind === "cancel") return run.state === "cancelled";
  if (kind === "retry")
    return !isOver(run.state) || (run.finishedAt !== null && run.finishedAt > plannedAt);
  const replays = await Promise.all(run.replays.map((id) => runs.getRun(id)));
  return replays.some((replay) => replay !== null && replay.createdAt >= plannedAt);
}
