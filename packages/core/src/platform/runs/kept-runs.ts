import type { Console, RunDetail, RunState } from "@besunny/engine/console/console-types";

import type { PlatformContext } from "../../context";
import { conflict, notFound } from "../../errors";

/** The job that acts on many runs, as the engine names it. It is not acted on itself: it is stopped on its own page. */
export const operateRunsFunction = "besunny-operate-runs";

/** The runs, or a sentence on where they are to be found. */
export function keptRuns({ runs }: Pick<PlatformContext, "runs">): Console {
  return (
    runs ??
    conflict("Runs are kept by Inngest", "Look at them and act on them in Inngest's own dashboard.")
  );
}

/** A run that may be acted on. */
export async function findRun(
  ctx: Pick<PlatformContext, "runs">,
  runId: string,
): Promise<RunDetail> {
  const run = (await keptRuns(ctx).getRun(runId)) ?? notFound("Run", runId);
  if (run.functionId.startsWith(operateRunsFunction))
    conflict("This run carries out a bulk operation", "Stop the operation itself.");
  return run;
}

/** A run that has ended and whose function is still there to go on with it. */
export async function findEndedRun(
  ctx: Pick<PlatformContext, "runs">,
  runId: string,
): Promise<RunDetail> {
  const run = await findRun(ctx, runId);
  if (!isOver(run.state)) conflict("The run is not over", "Wait for its end, or cancel it first.");
  const functions = await keptRuns(ctx).listFunctions();
  if (!functions.some(({ id, isServed }) => id === run.functionId && isServed))
    conflict("The function of this run does not exist any more");
  return run;
}

export function isOver(state: RunState): boolean {
  return state === "completed" || state === "failed" || state === "cancelled";
}
