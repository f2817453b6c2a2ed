import { z } from "zod";

import { conflict } from "../../errors";
import { platformFlow } from "../../operation/operation";
import { findEndedRun, keptRuns } from "./engine-runs";
import { reopenDocument } from "./reopen-document";

/** Begins a new run of the same events on the current code, from the start; the two name each other. */
export const replayRun = platformFlow({
  action: "run.replay",
  input: z.object({ runId: z.string().max(100) }),

  async run(ctx, { runId }) {
    const run = await findEndedRun(ctx, runId);
    await reopenDocument(ctx, run, { isFromStart: true });
    const newRunId =
      (await keptRuns(ctx).replayRun(runId)) ??
      conflict("What this run was begun for is not kept any more");
    return { newRunId };
  },
});
