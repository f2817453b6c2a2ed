import { z } from "zod";

import { flow } from "../../operation/flow";
import { Tuning } from "../contract/tuning";
import { listTunings } from "./list-tunings";

/** Returns the model that may be tuned, or null where hosted tuning is off, and the newest tunings. Sends nothing. */
export const getTuning = flow("models.get-tuning", {
  title: "See the tunings of a hosted model",
  permission: "type.manage",
  input: z.object({}),
  output: z.object({
    offered: z.object({ server: z.string(), model: z.string() }).nullable(),
    items: z.array(Tuning),
  }),
  doors: ["web"],
  uses: ["ai"],
  audit: { notAudited: "It reads." },

  async handle({ caller, ai }) {
    const tuning = ai.tuning?.() ?? null;
    const { items } = await listTunings(caller, {});
    return { offered: tuning && { server: tuning.server, model: tuning.model }, items };
  },
});
