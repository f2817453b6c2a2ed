import { z } from "zod";

import { actorIdOf } from "../../access/actor";
import { conflict, invalidInput, notFound } from "../../errors";
import { releaseId } from "../../ids";
import { command } from "../../operation/command";
import { Experiment, experimentKinds, experimentOf, Guardrails } from "../contract/experiment";

/** The role of the release that is tried, by kind. */
const roleOf = { shadow: "shadow", canary: "canary", ab: "challenger" } as const;
const usualShare = { shadow: 1, canary: 0.1, ab: 0.5 } as const;
const LARGEST_CANARY = 0.5;

/** Tries a release beside the one that decides: by default as a shadow, which decides nothing. One experiment runs at a time. */
export const startExperiment = command("trials.start-experiment", {
  title: "Start an experiment",
  permission: "release.manage",
  input: z.object({
    releaseId,
    kind: z.enum(experimentKinds).default("shadow"),
    share: z
      .number()
      .min(0.01)
      .max(1)
      .optional()
      .meta({ description: "The share of documents of the release: 1, 0.1 or 0.5 by kind" }),
    alpha: z.number().min(0.001).max(0.2).default(0.05),
    expected: z.number().int().min(100).max(1_000_000).default(2_000),
    minimum: z.number().int().min(100).max(100_000).default(100),
    guardrails: Guardrails.default({ maxCostMicro: null, maxP95Ms: null, maxFailureShare: 0.05 }),
    promotesItself: z.boolean().default(false),
  }),
  output: Experiment,
  doors: ["web"],
  audit: { subjects: ({ id }, given) => [id, given.releaseId] },

  async handle({ releases, experiments, actor, clock, changed }, given) {
    const { releaseId: challengerId, kind, share = usualShare[kind], ...settings } = given;
    if (kind === "canary" && share > LARGEST_CANARY)
      invalidInput("A canary decides for at most half of the documents.");
    if (kind === "ab" && share === 1)
      invalidInput("Leave some documents to the release that decides.");
    await releases.lock();
    const challenger = (await releases.find(challengerId)) ?? notFound("Release", challengerId);
    const champion =
      (await releases.champion()) ?? conflict("There is no release yet to compare with");
    if (champion.id === challenger.id) conflict(`Release ${champion.number} decides already`);
    if (await experiments.running()) conflict("An experiment runs", "Stop it first.");
    const row = await experiments.create({
      ...settings,
      kind,
      share,
      championId: champion.id,
      challengerId: challenger.id,
      startedById: actorIdOf(actor),
    });
    await releases.putRole(roleOf[kind], challenger.id, share, clock());
    changed({
      subject: row.id,
      before: {},
      after: { kind, share, champion: champion.number, challenger: challenger.number },
    });
    return experimentOf(row);
  },
});
