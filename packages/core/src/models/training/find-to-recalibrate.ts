import type { HeadExample } from "@besunny/ai/heads/head-training";
import { z } from "zod";

import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { partsOf } from "../contract/release";
import type { TrainedHead } from "../contract/release-parts";
import { TrainingParams } from "../contract/training-run";

const MOST_LABELS = 2_000;
const AT_ONCE = 200;

/** A model that decides, with labelled documents that it did not learn from. */
export type ToRecalibrate = {
  head: z.infer<typeof TrainedHead>;
  seed: number;
  errorTarget: number;
  /** Labels that came since its confidences were fitted last. */
  newLabels: number;
  examples: Pick<HeadExample, "label" | "text" | "features">[];
};

/** Returns the workspace's own models that decide, each with labels of documents that it did not learn from. */
export const findToRecalibrate = query("models.find-to-recalibrate", {
  title: "Find labels that a model did not learn from",
  permission: "model.train",
  input: z.object({}),
  output: ofType<ToRecalibrate[]>(),
  doors: [],

  async handle({ releases, trainingRuns, taughtLabels }) {
    const champion = await releases.champion();
    const found: ToRecalibrate[] = [];
    for (const head of champion ? partsOf(champion).heads : []) {
      const run = await trainingRuns.find(head.runId);
      if (!run) continue;
      const params = TrainingParams.parse(run.params);
      const learned = params.weightsOf ? await trainingRuns.find(params.weightsOf) : run;
      if (!learned) continue;
      const rows = await taughtLabels.listUnlearned("type", {
        projectId: head.projectId,
        since: learned.createdAt,
        datasetId: learned.datasetId,
        limit: MOST_LABELS,
      });
      const fitted = await trainingRuns.findNewest(["done"], head.projectId, "calibration");
      const since = fitted && fitted.createdAt > run.createdAt ? fitted : run;
      const examples: ToRecalibrate["examples"] = [];
      for (let from = 0; from < rows.length; from += AT_ONCE) {
        const part = rows.slice(from, from + AT_ONCE);
        const texts = await taughtLabels.listTexts(part.map(({ documentId }) => documentId));
        const byId = new Map(texts.map((each) => [each.documentId, each]));
        for (const { documentId, value: label } of part) {
          const { text = "", version = null, values = null } = byId.get(documentId) ?? {};
          if (version === null || values === null) continue;
          const features = { version, values: Buffer.from(values, "base64"), excerpt: "" };
          examples.push({ label, text, features });
        }
      }
      found.push({
        head,
        seed: learned.seed,
        errorTarget: params.errorTarget,
        newLabels: rows.filter(({ createdAt }) => createdAt > since.createdAt).length,
        examples,
      });
    }
    return found;
  },
});
