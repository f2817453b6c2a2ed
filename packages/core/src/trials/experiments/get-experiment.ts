import { z } from "zod";

import { notFound } from "../../errors";
import { experimentId } from "../../ids";
import { query } from "../../operation/query";
import { count, idIn, instant } from "../../shapes";
import { Experiment, experimentOf } from "../contract/experiment";
import { Seen, seenOf } from "../contract/seen";

const MOST_LOOKS = 500;
const MOST_DISAGREEMENTS = 100;

/** Shows an experiment: what is counted now, what each look counted, and the documents that the releases disagree on. */
export const getExperiment = query("trials.get-experiment", {
  title: "Show an experiment",
  permission: "release.read",
  input: z.object({ id: experimentId }),
  output: Experiment.extend({
    now: Seen,
    looks: z.array(z.object({ number: count, counts: Seen, createdAt: instant })),
    disagreements: z.array(
      z.object({
        documentId: idIn("doc"),
        title: z.string(),
        champion: z.string().nullable(),
        challenger: z.string().nullable(),
        label: z.string().nullable(),
        isJudged: z.boolean(),
        createdAt: instant,
      }),
    ),
  }),
  doors: ["web"],

  async handle({ experiments }, { id }) {
    const row = (await experiments.find(id)) ?? notFound("Experiment", id);
    const looks = await experiments.listLooks(id, MOST_LOOKS);
    return {
      ...experimentOf(row),
      now: await seenOf(experiments, row),
      looks: looks.map(({ counts, ...look }) => ({ ...look, counts: Seen.parse(counts) })),
      disagreements:
        row.kind === "shadow" ? await experiments.listDisagreements(id, MOST_DISAGREEMENTS) : [],
    };
  },
});
