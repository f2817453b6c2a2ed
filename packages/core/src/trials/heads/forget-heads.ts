import { z } from "zod";

import { flow } from "../../operation/flow";
import { count } from "../../shapes";
import { recordForgotten } from "./record-forgotten";
import { retrainHeld } from "./retrain-held";

/**
 * Removes the files of models that hold text of deleted documents, once no release that decides or is tried needs them. Those that are needed are
 * trained again first.
 */
export const forgetHeads = flow("trials.forget-heads", {
  title: "Remove models that hold deleted text",
  permission: "model.train",
  input: z.object({}),
  output: z.object({ removed: count, waiting: count }),
  doors: ["job"],
  uses: ["files"],
  audit: { notAudited: "Recording the removal records it." },

  async handle({ caller, files }) {
    const { held } = await retrainHeld(caller, {});
    const free = held.filter(({ isUsed }) => !isUsed);
    for (const { artefactKey } of free) await files.remove(artefactKey);
    if (free.length > 0) await recordForgotten(caller, { ids: free.map(({ id }) => id) });
    return { removed: free.length, waiting: held.length - free.length };
  },
});
