import type { BulkOperation, RunOutcome } from "@besunny/db/platform/bulk-operations";
import { z } from "zod";

import type { PlatformContext } from "../../context";
import { AppError } from "../../errors";
import { type SweepTools, sweep } from "../../operation/platform";
import type { PlatformCaller } from "../../operation/platform-caller";
import { cancelRun } from "../runs/cancel-run";
import { maskMessage } from "../runs/mask-message";
import { replayRun } from "../runs/replay-run";
import { retryRun } from "../runs/retry-run";
import { BulkActionKind, isOpen, ofBulkAction } from "./contract";
import { endBulkAction } from "./end-bulk-action";
import { planBulkPage } from "./plan-bulk-page";
import { wasActedOn } from "./was-acted-on";

/**
 * Acts on the next runs of a bulk action; `isOver` is true when none is left. Records the runs before it acts on them, and each outcome
 * right after. So a repeated page continues where it was interrupted and acts on each run once.
 */
export const workBulkPage = sweep("platform.work-bulk-page", {
  title: "Act on the next runs of a bulk action",
  permission: "bulkAction.work",
  input: ofBulkAction,
  output: z.object({ isOver: z.boolean() }),
  doors: ["job"],
  audit: {
    notAudited: "Each run that it acts on leaves a row, and so does the bulk action's end.",
  },

  async handle(tools, { id }) {
    const { operations } = tools.db.platform;
    const action = await operations.find(id);
    if (!action || !isOpen(action)) return { isOver: true };
    if (action.stopAskedAt) return end(tools, id, "stopped");

    const { pending, isNew } = await planBulkPage(tools.caller, { id });
    for (const run of pending) {
      if (await isStopped(tools, id)) return end(tools, id, "stopped");
      const isDone = !isNew && (await wasActedOn(tools, action.kind, run));
      const outcome = isDone ? { outcome: "done" as const } : await act(tools, action, run.runId);
      await operations.recordOutcome(id, run.runId, outcome);
    }
    const after = await operations.find(id);
    return after?.isPlanned ? end(tools, id, "finished") : { isOver: false };
  },
});

async function isStopped({ db }: PlatformContext, id: string): Promise<boolean> {
  return Boolean((await db.platform.operations.find(id))?.stopAskedAt);
}

async function end({ caller }: SweepTools, id: string, state: "finished" | "stopped") {
  await endBulkAction(caller, { id, state });
  return { isOver: true };
}

/**
 * Acts on one run. Records errors for the caller as skipped with their message, and all others as failed. In both cases the page continues.
 */
async function act(
  { caller, log }: SweepTools,
  { kind, fromStep }: BulkOperation,
  runId: string,
): Promise<RunOutcome> {
  try {
    const begun = await actions[BulkActionKind.parse(kind)](caller, runId, fromStep);
    return { outcome: "done", ...begun };
  } catch (error) {
    if (error instanceof AppError) return { outcome: "skipped", reason: error.message };
    log.warn({ error, runId, kind }, "a run could not be acted on");
    const message = error instanceof Error ? error.message : String(error);
    return { outcome: "failed", reason: maskMessage(message) };
  }
}

type RunAction = (
  caller: PlatformCaller,
  runId: string,
  fromStep: string | null,
  // biome-ignore lint/suspicious/noConfusingVoidType: an action that begins no run returns nothing
) => Promise<{ newRunId: string } | void>;

const actions: Record<BulkActionKind, RunAction> = {
  retry: (caller, runId, fromStep) => retryRun(caller, { runId, ...(fromStep && { fromStep }) }),
  replay: (caller, runId) => replayRun(caller, { runId }),
  cancel: (caller, runId) => cancelRun(caller, { runId }),
};
