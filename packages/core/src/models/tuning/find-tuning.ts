import { z } from "zod";

import { trainingRunId } from "../../ids";
import { query } from "../../operation/query";
import { mustTune } from "./must-tune";

/** Returns what a tuning has come to, for the function that looks after it. */
export const findTuning = query("models.find-tuning", {
  title: "Find a tuning",
  permission: "model.train",
  input: z.object({ id: trainingRunId }),
  output: z.object({
    isOver: z.boolean(),
    datasetId: z.string().nullable(),
    jobId: z.string().nullable(),
    agreedIds: z.array(z.string()),
    isStopping: z.boolean(),
  }),
  doors: [],

  async handle({ trainingRuns }, { id }) {
    const { run, params } = await mustTune(trainingRuns, id);
    const { jobId, agreedIds, isStopping } = params;
    return { isOver: run.endedAt !== null, datasetId: run.datasetId, jobId, agreedIds, isStopping };
  },
});
