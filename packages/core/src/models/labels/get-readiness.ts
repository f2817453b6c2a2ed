import { z } from "zod";

import { query } from "../../operation/query";
import { count } from "../../shapes";
import { offeredTypes } from "../../understanding/contract/document-types";
import { clustersOf } from "../contract/cluster-of";

const MOST_LABELS = 5_000;
/** A type is learned from this many labels on, of this many documents that are not nearly the same. */
const [LEAST_LABELS, LEAST_DIFFERENT] = [5, 3];

/** Returns how many labels each type has, and how many more it needs before a model can learn it. Counts restricted documents too. */
export const getReadiness = query("models.get-readiness", {
  title: "Count what there is to learn from",
  permission: "type.manage",
  input: z.object({}),
  output: z.object({
    types: z.array(z.object({ type: z.string(), labels: count, different: count, missing: count })),
    isReady: z.boolean(),
    newLabels: count,
  }),
  doors: ["web"],

  async handle({ taughtLabels, trainingRuns, documentTypes }) {
    const offered = new Set(offeredTypes(await documentTypes.list()).map(({ name }) => name));
    const labelled = (await taughtLabels.listToLearn("type", null, MOST_LABELS)).filter(
      ({ value }) => offered.has(value),
    );
    const clusters = clustersOf(labelled);
    const types = [...Map.groupBy(labelled, ({ value }) => value)]
      .map(([type, own]) => {
        const different = new Set(own.map(({ documentId }) => clusters.get(documentId))).size;
        const missing = Math.max(0, LEAST_LABELS - own.length, LEAST_DIFFERENT - different);
        return { type, labels: own.length, different, missing };
      })
      .sort((a, b) => b.labels - a.labels || (a.type < b.type ? -1 : 1));
    const last = await trainingRuns.findNewest(["done", "refused"], null);
    return {
      types,
      isReady: types.filter(({ missing }) => missing === 0).length >= 2,
      newLabels: await taughtLabels.countSince("type", null, last?.createdAt ?? null),
    };
  },
});
