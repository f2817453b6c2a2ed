import type { Console, RunDetail } from "@besunny/engine/console/console-types";
import type { RunState } from "@besunny/engine/console/run-states";

import type { PlatformContext } from "../../context";
import { conflict, notFound } from "../../errors";

/**
 * The function that works on bulk actions, as the engine names it. Bulk actions leave its runs out; an admin stops such a run on the page
 * of its bulk action.
 */
export const operateRunsFunction = "besunny-operate-runs";

/** Returns the engine's console. Throws `CONFLICT` with a hint if Inngest keeps the runs. */
export function engineRuns({ runs }: Pick<PlatformContext, "runs">): Console {
  return (
    runs ??
    conflict("Runs are kept by Inngest", "Look at them and act on them in Inngest's own dashboard.")
  );
}

/** Returns a run that can be acted on. Throws `NOT_FOUND`, and `CONFLICT` for a run that works on a bulk action. */
export async function findRun(
  ctx: Pick<PlatformContext, "runs">,
  runId: string,
): Promise<RunDetail> {
  const run = (await engineRuns(ctx).getRun(runId)) ?? notFound("Run", runId);
  if (run.functionId.startsWith(operateRunsFunction))
    conflict("This run carries out a bulk action", "Stop the bulk action itself.");
  return run;
}

/** Returns a run that has ended and whose function still exists. Throws `NOT_FOUND` and `CONFLICT`. */
export async function findEndedRun(
  ctx: Pick<PlatformContext, "runs">,
  runId: string,
): Promise<RunDetail> {
  const run = await findRun(ctx, runId);
  if (!isOver(run.state)) conflict("The run is not over", "Wait for its end, or cancel it first.");
  const functions = await engineRuns(ctx).listFunctions();
  if (!functions.some(({ id, isServed }) => id === run.functionId && isServed))
    conflict("The function of this run does not exist any more");
  return run;
}

/** Returns whether a run in this state has ended. */
export function isOver(state: RunState): boolean {
  return state === "completed" || state === "failed" || state === "cancelled";
}

/** Throws `NOT_FOUND` for a function that the engine does not know. */
export async function mustKnowFunction(
  ctx: Pick<PlatformContext, "runs">,
  functionId: string,
): Promise<void> {
  const functions = await engineRuns(ctx).listFunctions();
  if (!functions.some(({ id }) => id === functionId)) notFound("Function", functionId);
}
