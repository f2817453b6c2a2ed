import { z } from "zod";

import { tellAdmins } from "../../costs/contract/tell-admins";
import { evaluationId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { metricsOf } from "../contract/metrics";
import { isWorseThanBefore } from "../contract/worse-than-before";

/**
 * Counts the figures of an evaluation from what the releases said, or records why there are none. Ends it once. Tells admins if the release
 * did better before.
 */
export const endEvaluation = command("trials.end-evaluation", {
  title: "Count the figures of an evaluation",
  permission: "release.work",
  input: z.object({ id: evaluationId, problem: z.string().max(500).nullable().default(null) }),
  output: nothing,
  doors: ["job"],
  audit: { notAudited: "The evaluation is the record; its start has a row." },

  async handle(tools, { id, problem }) {
    const { evaluations, clock } = tools;
    const evaluation = await evaluations.find(id);
    if (evaluation?.state !== "queued" && evaluation?.state !== "running") return;
    const endedAt = clock();
    if (problem !== null) return evaluations.update(id, { state: "failed", problem, endedAt });
    const items = await evaluations.listItems(id);
    if (items.length === 0) {
      const none = "The dataset has no document that is kept for tests.";
      return evaluations.update(id, { state: "failed", problem: none, endedAt });
    }
    const { seed, baselineId } = evaluation;
    const metrics = metricsOf(items, { seed, isCompared: baselineId !== null });
    await evaluations.update(id, { state: "done", metrics, endedAt });
    if (!(await isWorseThanBefore(tools, evaluation, items))) return;
    const release = await tools.releases.find(evaluation.releaseId);
    const key = `worse:${id}`;
    await tellAdmins(tools, {
      kind: "release",
      key,
      createdAt: endedAt,
      ...(release && { count: release.number }),
    });
  },
});
