import { z } from "zod";
import { tellAdmins } from "../../costs/contract/tell-admins";
import { notFound } from "../../errors";
import { trainingRunId } from "../../ids";
import { command } from "../../operation/command";
import { TrainingMetrics, TrainingParams, TrainingProblem } from "../contract/training-run";

const outcome = z.discriminatedUnion("outcome", [
  z.object({
    id: trainingRunId,
    outcome: z.literal("done"),
    artefactKey: z.string(),
    sha256: z.string(),
    metrics: TrainingMetrics,
  }),
  z.object({
    id: trainingRunId,
    outcome: z.literal("refused"),
    problems: z.array(TrainingProblem),
  }),
  z.object({ id: trainingRunId, outcome: z.literal("failed"), problem: z.string() }),
]);

/** Records how a run ended. A run that is over stays as it is. */
export const recordTraining = command("models.record-training", {
  title: "Record the result of a training",
  permission: "model.train",
  input: outcome,
  output: z.object({ state: z.string() }),
  doors: [],
  audit: { subjects: (_output, { id }) => [id] },

  async handle(tools, given) {
    const { trainingRuns, clock, changed } = tools;
    const run = (await trainingRuns.find(given.id)) ?? notFound("Training run", given.id);
    const params = TrainingParams.parse(run.params);
    const endedAt = clock();
    const hasChanged = await trainingRuns.change(given.id, {
      state: given.outcome,
      endedAt,
      ...(given.outcome === "done" && {
        artefactKey: given.artefactKey,
        sha256: given.sha256,
        metrics: given.metrics,
      }),
      ...(given.outcome === "refused" && { params: { ...params, problems: given.problems } }),
      ...(given.outcome === "failed" && { problem: given.problem }),
    });
    if (!hasChanged) return { state: run.state };
    if (given.outcome === "failed")
      await tellAdmins(tools, { kind: "training", key: `training:${run.id}`, createdAt: endedAt });
    changed({ subject: run.id, before: { state: run.state }, after: { state: given.outcome } });
    return { state: given.outcome };
  },
});
