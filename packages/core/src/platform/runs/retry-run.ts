import { z } from "zod";

import { conflict } from "../../errors";
import { platformFlow } from "../../operation/platform";
import { nothing } from "../../shapes";
import { ofRun } from "./contract";
import { engineRuns, findEndedRun } from "./engine-runs";
import { reopenDocument } from "./reopen-document";

/** Continues an ended run from its failed step, or from a chosen one. Keeps the results of earlier steps. */
export const retryRun = platformFlow("platform.retry-run", {
  title: "Retry a run",
  permission: "run.manage",
  input: ofRun.extend({ fromStep: z.string().max(200).optional() }),
  output: nothing,
  doors: [],

  async handle(tools, { runId, fromStep }) {
    const run = await findEndedRun(tools, runId);
    if (fromStep && !run.steps.some(({ id }) => id === fromStep))
      conflict("The run has no such step");
    if (!fromStep && run.state === "completed")
      conflict("The run ended well", "Choose a step to retry from, or replay it from the start.");

    await reopenDocument(tools, run, { isFromStart: false });
    const isGoing = await engineRuns(tools).retryRun(runId, fromStep ? { fromStep } : {});
    if (!isGoing) conflict("The run is at work already");
  },
});
