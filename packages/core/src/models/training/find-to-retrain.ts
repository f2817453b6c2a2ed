import { z } from "zod";

import { query } from "../../operation/query";
import { count } from "../../shapes";

/** Counts the labels that came since the workspace's last training began, and says whether one is under way. */
export const findToRetrain = query("models.find-to-retrain", {
  title: "Count the labels since the last training",
  permission: "model.train",
  input: z.object({}),
  output: z.object({ isOpen: z.boolean(), newLabels: count }),
  doors: [],

  async handle({ trainingRuns, taughtLabels }) {
    const last = await trainingRuns.findNewest(["done", "refused"], null);
    return {
      isOpen: (await trainingRuns.findOpen("head", null)) !== null,
      newLabels: await taughtLabels.countSince("type", null, last?.createdAt ?? null),
    };
  },
});
