import { z } from "zod";

import { notFound } from "../../errors";
import { datasetId, releaseId } from "../../ids";
import { command } from "../../operation/command";
import { askEvaluation } from "../contract/ask-evaluation";
import { Evaluation, evaluationOf } from "../contract/evaluation";

/** Runs a release over a frozen dataset in the background, beside the release that decides now. */
export const startEvaluation = command("trials.start-evaluation", {
  title: "Evaluate a release",
  permission: "release.manage",
  input: z.object({ releaseId, datasetId }),
  output: Evaluation,
  doors: ["web"],
  audit: { subjects: ({ id }, given) => [id, given.releaseId, given.datasetId] },

  async handle(tools, given) {
    const { releases, evaluations } = tools;
    const release = (await releases.find(given.releaseId)) ?? notFound("Release", given.releaseId);
    const dataset =
      (await evaluations.findDataset(given.datasetId)) ?? notFound("Dataset", given.datasetId);
    return evaluationOf(await askEvaluation(tools, release, dataset));
  },
});
