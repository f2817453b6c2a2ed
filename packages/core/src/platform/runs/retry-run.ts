import { z } from "zod";

import { conflict } from "../../errors";
import { platformFlow } from "../../operation/operation";
import { findEndedRun, keptRuns } from "./engine-runs";
import { reopenDocument } from "./reopen-document";

/** Sets an ended run going again: from the step that failed, or from a chosen one. What the steps before it gave is kept. */
export const retryRun = platformFlow({
  action: "run.retry",
  input: z.object({ runId: z.string().max(100), fromStep: z.string().max(200).optional() }),

  async run(ctx, { runId, fromStep }) {
    const run = await findEndedRun(ctx, runId);
    if (fromStep && !run.steps.some(({ id }) => id === fromStep))
      conflict("The run has no such step");
    if (!fromStep && run.state === "completed")
      conflict("The run ended well", "Choose a step to retry from, or replay it from the start.");

    await reopenDocument(ctx, run, { isFromStart: false });
    const isGoing = await keptRuns(ctx).retryRun(runId, fromStep ? { fromStep } : {});
    if (!isGoing) conflict("The run is at work already");
  },
});
