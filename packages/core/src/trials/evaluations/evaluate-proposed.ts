import { z } from "zod";

import { notFound } from "../../errors";
import { releaseId } from "../../ids";
import { command } from "../../operation/command";
import { askEvaluation } from "../contract/ask-evaluation";

/** Evaluates a release that the schedule proposed on the newest frozen dataset, once. Returns null without a dataset. */
export const evaluateProposed = command("trials.evaluate-proposed", {
  title: "Evaluate a proposed release",
  permission: "release.work",
  input: z.object({ releaseId }),
  output: z.object({ id: z.string() }).nullable(),
  doors: [],
  audit: { subjects: (made) => (made ? [made.id] : []) },

  async handle(tools, { releaseId: id }) {
    const { releases, evaluations } = tools;
    const release = (await releases.find(id)) ?? notFound("Release", id);
    const [known] = await evaluations.list(1, { releaseId: id });
    if (known) return { id: known.id };
    const dataset = await evaluations.findNewestDataset("type");
    return dataset && { id: (await askEvaluation(tools, release, dataset)).id };
  },
});
