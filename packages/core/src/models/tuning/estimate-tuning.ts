import { z } from "zod";

import { conflict } from "../../errors";
import { flow } from "../../operation/flow";
import { TuningEstimate } from "../contract/tuning";
import { listTuningExamples } from "./list-tuning-examples";

/** Returns the price of a tuning and the last day of the model, before anything of a document is sent. */
export const estimateTuning = flow("models.estimate-tuning", {
  title: "See the price of a tuning",
  permission: "type.manage",
  input: z.object({}),
  output: TuningEstimate,
  doors: ["web"],
  uses: ["ai"],
  audit: { notAudited: "It sends nothing of a document and changes nothing." },

  async handle({ caller, ai, signal }) {
    const tuning = ai.tuning?.() ?? conflict("Hosted tuning is off", "Ask the operator for it.");
    try {
      return await tuning.estimate(await listTuningExamples(caller, { datasetId: null }), signal);
    } catch (error) {
      signal?.throwIfAborted();
      conflict(error instanceof Error ? error.message : "The provider did not answer");
    }
  },
});
