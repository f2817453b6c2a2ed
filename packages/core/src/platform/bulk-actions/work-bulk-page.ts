import type { BulkOperation, RunOutcome } from "@besunny/db/platform/bulk-operations";
import { z } from "zod";

import type { PlatformContext } from "../../context";
import { AppError } from "../../errors";
import { platformOperation } from "../../operation/operation";
import { cancelRun } from "../runs/cancel-run";
import { maskMessage } from "../runs/mask-message";
import { replayRun } from "../runs/replay-run";
import { retryRun } from "../runs/retry-run";
import { isOpen, OperationKind, operationId } from "./contract";
import { endOperation } from "./end-bulk-action";
import { planPage } from "./plan-bulk-page";
import { wasActedOn } from "./was-acted-on";

/**
 * Acts on the next runs of an operation. Which they are is written down before anything is done to them, and what came of each right after, so
 * that a page that is begun again goes on where it was lost and acts on each run once.
 */
export const operatePage = platformOperation({
  input: z.object({ id: operationId }),

  async run(ctx, { id }) {
    const operation = await ctx.db.platform.operations.find(id);
    if (!operation || !isOpen(operation)) return { isOver: true };
    if (operation.stopAskedAt) return end(ctx, id, "stopped");

    const { pending, isNew } = await planPage(ctx, operation);
    for (const run of pending) {
      if (await isStopped(ctx, id)) return end(ctx, id, "stopped");
      const isDone = !isNew && (await wasActedOn(ctx, operation.kind, run));
      await ctx.db.platform.operations.recordOutcome(
        id,
        run.runId,
        isDone ? { outcome: "done" } : await act(ctx, operation, run.runId),
      );
    }
    const after = await ctx.db.platform.operations.find(id);
    return after?.isPlanned ? end(ctx, id, "finished") : { isOver: false };
  },
});

async function isStopped({ db }: PlatformContext, id: string): Promise<boolean> {
  return Boolean((await db.platform.operations.find(id))?.stopAskedAt);
}

async function end(ctx: PlatformContext, id: string, state: "finished" | "stopped") {
  await endOperation(ctx, { id, state });
  return { isOver: true };
}

/** A run that does not want it is told with its reason; one that fails for ours does not hold up the others. */
async function act(
  ctx: PlatformContext,
  { kind, fromStep }: BulkOperation,
  runId: string,
): Promise<RunOutcome> {
  try {
    const begun = await deeds[OperationKind.parse(kind)](ctx, runId, fromStep);
    return { outcome: "done", ...begun };
  } catch (error) {
    if (error instanceof AppError) return { outcome: "skipped", reason: error.message };
    ctx.log.warn({ error, runId, kind }, "a run could not be acted on");
    const message = error instanceof Error ? error.message : String(error);
    return { outcome: "failed", reason: maskMessage(message) };
  }
}

type Deed = (
  ctx: PlatformContext,
  runId: string,
  fromStep: string | null,
  // biome-ignore lint/suspicious/noConfusingVoidType: a deed that begins no run gives nothing
) => Promise<{ newRunId: string } | void>;

const deeds: Record<OperationKind, Deed> = {
  retry: (ctx, runId, fromStep) => retryRun(ctx, { runId, ...(fromStep && { fromStep }) }),
  replay: (ctx, runId) => replayRun(ctx, { runId }),
  cancel: (ctx, runId) => cancelRun(ctx, { runId }),
};
