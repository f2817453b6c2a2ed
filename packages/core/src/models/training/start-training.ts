import { z } from "zod";

import { conflict } from "../../errors";
import { modelTrainingAsked } from "../../events";
import { projectId } from "../../ids";
import { command } from "../../operation/command";
import { TrainingRun, trainingRunOf } from "../contract/training-run";

const SEED = 1;

/** Starts a run in the background that trains a model on what people said of the documents of the workspace, or of one project. */
export const startTraining = command("models.start-training", {
  title: "Train a model on the labels of a workspace",
  permission: "type.manage",
  input: z.object({ projectId: projectId.nullable().default(null) }),
  output: TrainingRun,
  doors: ["web"],

  async handle(tools, { projectId: id }) {
    const { trainingRuns, projects, labels, actor, workspaceId, emit, changed } = tools;
    await trainingRuns.lock();
    if (id && !(await projects.find(id))) conflict("There is no such project", "Choose another.");
    if (await trainingRuns.findOpen("head", id))
      conflict("A model is being trained already", "Wait until it is done.");
    const startedById = actor.kind === "user" ? actor.id : null;
    const params = { reason: actor.kind === "user" ? "asked" : "schedule" };
    const run = await trainingRuns.create({
      kind: "head",
      projectId: id,
      params,
      seed: SEED,
      startedById,
    });
    changed({ subject: run.id, before: { state: null }, after: { state: "queued" } });
    emit(modelTrainingAsked.of({ workspaceId, trainingRunId: run.id }));
    return trainingRunOf(run, await labels.namesOf(startedById ? [startedById] : []));
  },
});
