import { z } from "zod";

import { trainingRunId } from "../../ids";
import { flow } from "../../operation/flow";
import { artefactKeyOf, sha256Of } from "../contract/artefact";
import { findRunToTrain } from "./find-run-to-train";
import { listExamples } from "./list-examples";
import { recordTraining } from "./record-training";

/** Trains the model of a run on its dataset, keeps the file, and records the figures or what is missing. A second call changes nothing. */
export const trainModel = flow("models.train-model", {
  title: "Train the model of a run",
  permission: "model.train",
  input: z.object({ id: trainingRunId }),
  output: z.object({ state: z.string() }),
  doors: [],
  uses: ["files", "ai"],
  audit: { notAudited: "Recording the training records it." },

  async handle({ caller, files, ai, workspaceId, signal }, { id }) {
    const run = await findRunToTrain(caller, { id });
    if (!run.datasetId) return { state: run.state };
    const examples = await listExamples(caller, { datasetId: run.datasetId });
    const { seed, errorTarget } = run;
    const trained = await ai.trainHead({ examples, seed, errorTarget }, signal);
    if (trained.kind === "refused")
      return recordTraining(caller, { id, outcome: "refused", problems: trained.problems });

    const artefactKey = artefactKeyOf(workspaceId, id);
    await files.write(artefactKey, Buffer.from(trained.bytes));
    const sha256 = sha256Of(trained.bytes);
    const { metrics } = trained;
    return recordTraining(caller, { id, outcome: "done", artefactKey, sha256, metrics });
  },
});
