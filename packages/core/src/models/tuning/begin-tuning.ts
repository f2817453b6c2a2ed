import { z } from "zod";

import { trainingRunId } from "../../ids";
import { flow } from "../../operation/flow";
import { findTuning } from "./find-tuning";
import { listTuningExamples } from "./list-tuning-examples";
import { recordTuning } from "./record-tuning";

/** Sends the documents of a frozen tuning to the provider. A second call finds the job that the first one started. */
export const beginTuning = flow("models.begin-tuning", {
  title: "Begin a tuning at the provider",
  permission: "model.train",
  input: z.object({ id: trainingRunId }),
  output: z.object({ isOver: z.boolean() }),
  doors: [],
  uses: ["ai"],
  audit: { notAudited: "Recording the tuning records it." },

  async handle({ caller, ai, signal }, { id }) {
    const { isOver, datasetId, jobId, agreedIds, isStopping } = await findTuning(caller, { id });
    if (isOver || jobId) return { isOver };
    const tuning = ai.tuning?.() ?? null;
    if (isStopping) return recordTuning(caller, { id, state: "cancelled" });
    if (!tuning)
      return recordTuning(caller, { id, state: "failed", problem: "Hosted tuning is off." });
    const examples = await listTuningExamples(caller, { datasetId });
    const started = await tuning.start(examples, { key: id, userIds: agreedIds }, signal);
    return recordTuning(caller, { id, state: "running", jobId: started.id });
  },
});
