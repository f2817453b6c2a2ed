import { modelTuningAsked } from "@besunny/core/events";
import { freezeDataset } from "@besunny/core/models/training/freeze-dataset";
import { beginTuning } from "@besunny/core/models/tuning/begin-tuning";
import { recordTuning } from "@besunny/core/models/tuning/record-tuning";
import { watchTuning } from "@besunny/core/models/tuning/watch-tuning";
import type { Inngest } from "inngest";
import { z } from "zod";

import type { Callers } from "./callers";

const Failed = z.object({
  data: z.object({ event: z.object({ data: modelTuningAsked.schema }) }),
});
/** Inngest allows 1,000 steps to a run. Looks are rare later on, and reach over two days. */
const MOST_LOOKS = 450;
const OFTEN = 30;
const [SOON, LATER] = ["1m", "7m"] as const;

/** Tunes a hosted model on frozen labels, and looks at it until it is over. */
export const tuneModel = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "tune-model",
      triggers: [{ event: modelTuningAsked.event }],
      idempotency: "event.data.trainingRunId",
      retries: 3,
      onFailure: async ({ event, error }) => {
        const { workspaceId, trainingRunId: id } = Failed.parse(event).data.event.data;
        const caller = workspaceCaller(workspaceId, "tune-model");
        await recordTuning(caller, { id, state: "failed", problem: error.message });
      },
    },
    async ({ event, step }) => {
      const { workspaceId, trainingRunId: id } = modelTuningAsked.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "tune-model");
      await step.run("freeze", () => freezeDataset(caller, { id }));
      let { isOver } = await step.run("begin", () => beginTuning(caller, { id }));
      for (let look = 1; !isOver && look <= MOST_LOOKS; look++) {
        await step.sleep(`wait-${look}`, look <= OFTEN ? SOON : LATER);
        ({ isOver } = await step.run(`look-${look}`, () => watchTuning(caller, { id })));
      }
      if (!isOver)
        await step.run("give up", () =>
          recordTuning(caller, {
            id,
            state: "failed",
            problem: "The provider did not end it within two days.",
          }),
        );
    },
  );
