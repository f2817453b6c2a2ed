import { modelTrainingAsked } from "@besunny/core/events";
import { freezeDataset } from "@besunny/core/models/training/freeze-dataset";
import { recordTraining } from "@besunny/core/models/training/record-training";
import { trainModel as train } from "@besunny/core/models/training/train-model";
import { forgetHeads } from "@besunny/core/trials/heads/forget-heads";
import { useRetrained } from "@besunny/core/trials/heads/use-retrained";
import type { Inngest } from "inngest";
import { z } from "zod";

import type { Callers } from "./callers";

const Failed = z.object({
  data: z.object({ event: z.object({ data: modelTrainingAsked.schema }) }),
});

/** Trains a model on the labels of a workspace: freezes them first, so that a step which runs again learns from the same ones. */
export const trainModel = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "train-model",
      triggers: [{ event: modelTrainingAsked.event }],
      concurrency: { limit: 1 },
      idempotency: "event.data.trainingRunId",
      retries: 2,
      onFailure: async ({ event, error }) => {
        const { workspaceId, trainingRunId: id } = Failed.parse(event).data.event.data;
        const caller = workspaceCaller(workspaceId, "train-model");
        await recordTraining(caller, { id, outcome: "failed", problem: error.message });
      },
    },
    async ({ event, step }) => {
      const { workspaceId, trainingRunId: id } = modelTrainingAsked.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "train-model");
      const frozen = await step.run("freeze", () => freezeDataset(caller, { id }));
      if (!frozen) return { state: "over" };
      const trained = await step.run("train", () => train(caller, { id }));
      await step.run("use without deleted documents", () => useRetrained(caller, { id }));
      await step.run("remove what holds deleted text", () => forgetHeads(caller, {}));
      return trained;
    },
  );
