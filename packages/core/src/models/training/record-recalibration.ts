import { z } from "zod";

import { notFound } from "../../errors";
import { trainingRunId } from "../../ids";
import { command } from "../../operation/command";
import { TrainingMetrics, TrainingParams } from "../contract/training-run";

/** Records a model with other confidences, and its figures. A second call for the same file returns the same run. */
export const recordRecalibration = command("models.record-recalibration", {
  title: "Record new confidences of a model",
  permission: "model.train",
  input: z.object({
    of: trainingRunId,
    seed: z.number().int(),
    artefactKey: z.string(),
    sha256: z.string(),
    metrics: TrainingMetrics,
  }),
  output: z.object({ id: z.string() }),
  doors: [],
  audit: { subjects: ({ id }) => [id] },

  async handle({ trainingRuns, clock, changed }, { of, seed, artefactKey, sha256, metrics }) {
    const before = (await trainingRuns.find(of)) ?? notFound("Training run", of);
    const known = TrainingParams.parse(before.params);
    const id = await trainingRuns.addDone({
      kind: "calibration",
      projectId: before.projectId,
      params: {
        ...known,
        reason: "schedule",
        weightsOf: known.weightsOf ?? before.id,
        labels: metrics.labels,
      },
      seed,
      startedById: null,
      artefactKey,
      sha256,
      metrics,
      endedAt: clock(),
    });
    changed({ subject: id, before: { sha256: before.sha256 }, after: { sha256 } });
    return { id };
  },
});
