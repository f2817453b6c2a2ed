import { z } from "zod";

import { conflict } from "../../errors";
import { flow } from "../../operation/flow";
import { count } from "../../shapes";
import { Tuning } from "../contract/tuning";
import { askForTuning } from "./ask-for-tuning";
import { estimateTuning } from "./estimate-tuning";

/**
 * Asks for a tuning at the price that its person has seen. It starts in the background, or once a second person has agreed. Throws `CONFLICT`
 * if the price is another one by now.
 */
export const startTuning = flow("models.start-tuning", {
  title: "Tune a hosted model",
  permission: "type.manage",
  input: z.object({ costMicro: count.nullable() }),
  output: Tuning,
  doors: ["web"],
  uses: ["ai"],
  audit: { notAudited: "Asking for the tuning records it." },

  async handle({ caller, ai, signal }, { costMicro }) {
    const tuning = ai.tuning?.() ?? conflict("Hosted tuning is off", "Ask the operator for it.");
    const estimate = await estimateTuning(caller, {}, signal);
    if (estimate.costMicro !== costMicro)
      conflict("The price has changed since you saw it", "Look at it again.");
    return askForTuning(caller, { server: tuning.server, model: tuning.model, estimate });
  },
});
