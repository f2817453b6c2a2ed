import { z } from "zod";

import { actorIdOf } from "../../access/actor";
import { conflict } from "../../errors";
import { modelTuningAsked } from "../../events";
import { command } from "../../operation/command";
import { isAgreed, Tuning, TuningEstimate, TuningParams, tuningOf } from "../contract/tuning";

const SEED = 1;

/** Keeps that a person wants a tuning at this price. It is announced once as many people have agreed as the price asks for. */
export const askForTuning = command("models.ask-for-tuning", {
  title: "Ask for a tuning",
  permission: "type.manage",
  input: z.object({ server: z.string(), model: z.string(), estimate: TuningEstimate }),
  output: Tuning,
  doors: [],
  audit: { subjects: ({ id }) => [id] },

  async handle(tools, { server, model, estimate }) {
    const { trainingRuns, labels, actor, workspaceId, emit, changed } = tools;
    await trainingRuns.lock();
    if (await trainingRuns.findOpen("hosted", null))
      conflict("A model is being tuned already", "Wait until it is done, or stop it.");
    const startedById = actorIdOf(actor);
    const params = TuningParams.parse({
      server,
      model,
      estimate,
      agreedIds: startedById ? [startedById] : [],
    });
    const run = await trainingRuns.create({
      kind: "hosted",
      projectId: null,
      params,
      seed: SEED,
      startedById,
    });
    changed({
      subject: run.id,
      before: { costMicro: null },
      after: { costMicro: estimate.costMicro },
    });
    if (isAgreed(params)) emit(modelTuningAsked.of({ workspaceId, trainingRunId: run.id }));
    return tuningOf(run, await labels.namesOf(params.agreedIds));
  },
});
