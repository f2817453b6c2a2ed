import { z } from "zod";

import { notFound } from "../../errors";
import { trainingRunId } from "../../ids";
import { command } from "../../operation/command";
import { offeredTypes } from "../../understanding/contract/document-types";
import { sha256Of } from "../contract/artefact";
import { clustersOf } from "../contract/cluster-of";
import { splitItems } from "../contract/split-items";
import { TrainingParams } from "../contract/training-run";

/** The most labels that one model learns from; the newest count. */
const MOST_LABELS = 5_000;

/** Freezes the labels in force into the dataset of a run. A second call returns the same dataset. Returns null if the run is over. */
export const freezeDataset = command("models.freeze-dataset", {
  title: "Freeze the labels that a model learns from",
  permission: "model.train",
  input: z.object({ id: trainingRunId }),
  output: z.object({ datasetId: z.string() }).nullable(),
  doors: [],
  audit: { notAudited: "The run that it is for is recorded." },

  async handle(tools, { id }) {
    const { trainingRuns, datasets, taughtLabels, documentTypes, clock } = tools;
    await trainingRuns.lock();
    const run = (await trainingRuns.find(id)) ?? notFound("Training run", id);
    if (run.state !== "queued" && run.state !== "running") return null;
    if (run.datasetId) return { datasetId: run.datasetId };

    const offered = new Set(offeredTypes(await documentTypes.list()).map(({ name }) => name));
    const labelled = (await taughtLabels.listToLearn("type", run.projectId, MOST_LABELS))
      .filter(({ value }) => offered.has(value))
      .sort((a, b) => (a.documentId < b.documentId ? -1 : 1));
    const clusters = clustersOf(labelled);
    const items = splitItems(
      labelled.map(({ documentId, value }) => ({
        documentId,
        label: value,
        cluster: clusters.get(documentId) ?? documentId,
      })),
      run.seed,
    );
    const dataset = await datasets.create(
      {
        name: run.projectId ? `type of ${run.projectId}` : "type",
        field: "type",
        projectId: run.projectId,
        rule: { labels: "in force", most: MOST_LABELS, split: "by cluster", seed: run.seed },
        checksum: sha256Of(Buffer.from(JSON.stringify(items))),
        frozenAt: clock(),
        createdById: run.startedById,
      },
      items,
    );
    const params = { ...TrainingParams.loose().parse(run.params), labels: items.length };
    await trainingRuns.change(id, { state: "running", datasetId: dataset.id, params });
    return { datasetId: dataset.id };
  },
});
