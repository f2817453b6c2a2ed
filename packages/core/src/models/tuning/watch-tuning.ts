import { z } from "zod";

import { trainingRunId } from "../../ids";
import { flow } from "../../operation/flow";
import { findTuning } from "./find-tuning";
import { recordTuning } from "./record-tuning";

const states = {
  queued: "running",
  running: "running",
  succeeded: "done",
  failed: "failed",
  cancelled: "cancelled",
} as const;

/** Looks at a tuning at the provider, and cancels it there if people stopped it. Says whether it is over. */
export const watchTuning = flow("models.watch-tuning", {
  title: "Look at a tuning at the provider",
  permission: "model.train",
  input: z.object({ id: trainingRunId }),
  output: z.object({ isOver: z.boolean() }),
  doors: [],
  uses: ["ai"],
  audit: { notAudited: "Recording the tuning records it." },

  async handle({ caller, ai, signal }, { id }) {
    const { isOver, jobId, isStopping } = await findTuning(caller, { id });
    if (isOver || !jobId) return { isOver: true };
    const tuning = ai.tuning?.() ?? null;
    if (!tuning)
      return recordTuning(caller, { id, state: "failed", problem: "Hosted tuning is off." });
    if (isStopping) await tuning.cancel(jobId, signal);
    const { state, events, trainedTokens, costMicro, problem, tuned } = await tuning.watch(
      jobId,
      signal,
    );
    return recordTuning(caller, {
      id,
      state: states[state],
      jobId,
      trainedTokens,
      costMicro,
      problem,
      tuned,
      events: events.map(({ at, message }) => ({ at: at.toISOString(), message })),
    });
  },
});
