import { z } from "zod";

import { conflict } from "../../errors";
import { platformFlow } from "../../operation/platform";
import { ofRun } from "./contract";
import { engineRuns, findEndedRun } from "./engine-runs";
import { reopenDocument } from "./reopen-document";

/** Begins a new run of the same events on the current code, from the start, and returns its id. The two runs refer to each other. */
export const replayRun = platformFlow("platform.replay-run", {
  title: "Replay a run",
  permission: "run.manage",
  input: ofRun,
  output: z.object({ newRunId: z.string() }),
  doors: [],

  async handle(tools, { runId }) {
    const run = await findEndedRun(tools, runId);
    await reopenDocument(tools, run, { isFromStart: true });
    const newRunId =
      (await engineRuns(tools).replayRun(runId)) ??
      conflict("What this run was begun for is not kept any more");
    return { newRunId };
  },
});
