import { z } from "zod";

import { tellAdmins } from "../../costs/contract/tell-admins";
import { trainingRunId } from "../../ids";
import { command } from "../../operation/command";
import { count } from "../../shapes";
import { mustTune } from "./must-tune";

/** Records what the provider said of a tuning. One that is over stays as it is. */
export const recordTuning = command("models.record-tuning", {
  title: "Record the state of a tuning",
  permission: "model.train",
  input: z.object({
    id: trainingRunId,
    state: z.enum(["running", "done", "failed", "cancelled"]),
    jobId: z.string().optional(),
    trainedTokens: count.nullish(),
    costMicro: count.nullish(),
    problem: z.string().nullish(),
    tuned: z.string().nullish(),
    events: z.array(z.object({ at: z.string(), message: z.string() })).optional(),
  }),
  output: z.object({ isOver: z.boolean() }),
  doors: [],
  audit: { subjects: (_output, { id }) => [id] },

  async handle(tools, { id, state, ...news }) {
    const { trainingRuns, clock, changed } = tools;
    const { run, params } = await mustTune(trainingRuns, id);
    if (run.endedAt) return { isOver: true };
    const isOver = state !== "running";
    await trainingRuns.change(id, {
      state,
      params: {
        ...params,
        jobId: news.jobId ?? params.jobId,
        trainedTokens: news.trainedTokens ?? params.trainedTokens,
        tuned: news.tuned ?? params.tuned,
        events: news.events ?? params.events,
      },
      ...(news.costMicro != null && { costMicro: BigInt(news.costMicro) }),
      ...(news.problem != null && { problem: news.problem }),
      ...(isOver && { endedAt: clock() }),
    });
    if (state === "failed")
      await tellAdmins(tools, { kind: "training", key: `training:${id}`, createdAt: clock() });
    if (run.state !== state)
      changed({ subject: id, before: { state: run.state }, after: { state } });
    return { isOver };
  },
});
