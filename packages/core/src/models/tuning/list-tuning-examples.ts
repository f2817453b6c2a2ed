import type { TuningExample } from "@besunny/ai/hosted/hosted-tuning";
import { z } from "zod";

import { query } from "../../operation/query";
import { policyOf } from "../../redaction/contract/policy";
import { ofType } from "../../shapes";
import { offeredTypes } from "../../understanding/contract/document-types";

const MOST_LABELS = 2_000;
const AT_ONCE = 200;

/**
 * Returns labelled documents to tune a hosted model with: those that a dataset learns from, or those of the labels in force. Documents that are
 * never sent are left out.
 */
export const listTuningExamples = query("models.list-tuning-examples", {
  title: "Read the documents to tune a model with",
  permission: "type.manage",
  input: z.object({ datasetId: z.string().nullable() }),
  output: ofType<TuningExample[]>(),
  doors: [],

  async handle({ datasets, taughtLabels, documentTypes, redactionPolicies }, { datasetId }) {
    const offered = new Set(offeredTypes(await documentTypes.list()).map(({ name }) => name));
    const labelled = datasetId
      ? (await datasets.listItems(datasetId)).filter(({ split }) => split !== "test")
      : (await taughtLabels.listToLearn("type", null, MOST_LABELS)).map((each) => ({
          documentId: each.documentId,
          label: each.value,
        }));
    const usable = labelled.filter(({ label }) => offered.has(label)).slice(0, MOST_LABELS);
    const { neverTypes: types, neverProjectIds: projectIds } = policyOf(
      await redactionPolicies.current(),
    );
    const examples: TuningExample[] = [];
    for (let from = 0; from < usable.length; from += AT_ONCE) {
      const part = usable.slice(from, from + AT_ONCE);
      const ids = part.map(({ documentId }) => documentId);
      const barred = new Set(await redactionPolicies.barredAmong(ids, { types, projectIds }));
      const texts = new Map(
        (await taughtLabels.listTexts(ids)).map(({ documentId, text }) => [documentId, text]),
      );
      for (const { documentId, label } of part) {
        const text = texts.get(documentId) ?? "";
        if (!barred.has(documentId) && text.trim() !== "") examples.push({ text, type: label });
      }
    }
    return examples;
  },
});
