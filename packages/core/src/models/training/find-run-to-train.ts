import { z } from "zod";

import { notFound } from "../../errors";
import { trainingRunId } from "../../ids";
import { query } from "../../operation/query";
import { TrainingParams } from "../contract/training-run";

/** Returns what a run trains with. Without a dataset there is nothing to do, because the run is over. */
export const findRunToTrain = query("models.find-run-to-train", {
  title: "Find the run that trains a model",
  permission: "model.train",
  input: z.object({ id: trainingRunId }),
  output: z.object({
    state: z.string(),
    datasetId: z.string().nullable(),
    seed: z.number(),
    errorTarget: z.number(),
  }),
  doors: [],

  async handle({ trainingRuns }, { id }) {
    const run = (await trainingRuns.find(id)) ?? notFound("Training run", id);
    const { errorTarget } = TrainingParams.parse(run.params);
    const isOpen = run.state === "running";
    return {
      state: run.state,
      datasetId: isOpen ? run.datasetId : null,
      seed: run.seed,
      errorTarget,
    };
  },
});
