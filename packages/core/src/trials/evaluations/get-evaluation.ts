import { z } from "zod";

import { notFound } from "../../errors";
import { evaluationId } from "../../ids";
import { query } from "../../operation/query";
import { idIn } from "../../shapes";
import { Evaluation, evaluationOf } from "../contract/evaluation";

const MOST_CHANGED = 200;

/** Shows an evaluation, with the documents of which both releases say other things. */
export const getEvaluation = query("trials.get-evaluation", {
  title: "Show an evaluation",
  permission: "release.read",
  input: z.object({ id: evaluationId }),
  output: Evaluation.extend({
    changed: z.array(
      z.object({
        documentId: idIn("doc"),
        title: z.string(),
        label: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
        beforeConfidence: z.number().nullable(),
        confidence: z.number(),
      }),
    ),
  }),
  doors: ["web"],

  async handle({ evaluations }, { id }) {
    const row = (await evaluations.find(id)) ?? notFound("Evaluation", id);
    const changed = await evaluations.listChanged(id, MOST_CHANGED);
    return {
      ...evaluationOf(row),
      changed: changed.map(({ details, ...each }) => ({ ...each, ...details })),
    };
  },
});
