import { z } from "zod";

import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Records that the files of these trainings are gone. */
export const recordForgotten = command("trials.record-forgotten", {
  title: "Record that models with deleted text are gone",
  permission: "model.train",
  input: z.object({ ids: z.array(z.string()) }),
  output: nothing,
  doors: [],

  async handle({ trainingRuns, changed }, { ids }) {
    const removed = await trainingRuns.noteRemoved(ids);
    if (removed === 0) return;
    for (const subject of ids)
      changed({ subject, before: { hasFile: true }, after: { hasFile: false } });
  },
});
