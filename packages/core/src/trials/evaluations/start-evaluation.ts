import { randomInt } from "node:crypto";
import { z } from "zod";

import { actorIdOf } from "../../access/actor";
import { conflict, notFound } from "../../errors";
import { evaluationAsked } from "../../events";
import { datasetId, releaseId } from "../../ids";
import { command } from "../../operation/command";
import { Evaluation, evaluationOf } from "../contract/evaluation";

const LARGEST_SEED = 2 ** 31 - 1;

/** Runs a release over a frozen dataset in the background, beside the release that decides now. */
export const startEvaluation = command("trials.start-evaluation", {
  title: "Evaluate a release",
  permission: "release.manage",
  input: z.object({ releaseId, datasetId }),
  output: Evaluation,
  doors: ["web"],
  audit: { subjects: ({ id }, given) => [id, given.releaseId, given.datasetId] },

  async handle({ releases, evaluations, actor, workspaceId, emit, changed }, given) {
    const release = (await releases.find(given.releaseId)) ?? notFound("Release", given.releaseId);
    const dataset =
      (await evaluations.findDataset(given.datasetId)) ?? notFound("Dataset", given.datasetId);
    if (!dataset.frozenAt || dataset.checksum === null)
      conflict("The dataset is not frozen", "Choose one that is, so that figures can be compared.");
    if (dataset.field !== "type") conflict("Only datasets of types can be evaluated on");
    const champion = await releases.champion();
    const row = await evaluations.create({
      releaseId: release.id,
      baselineId: champion && champion.id !== release.id ? champion.id : null,
      datasetId: dataset.id,
      datasetChecksum: dataset.checksum,
      seed: randomInt(1, LARGEST_SEED),
      startedById: actorIdOf(actor),
    });
    changed({ subject: row.id, before: {}, after: { release: release.number } });
    emit(evaluationAsked.of({ workspaceId, evaluationId: row.id }));
    return evaluationOf(row);
  },
});
