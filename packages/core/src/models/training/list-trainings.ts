import { z } from "zod";

import { query } from "../../operation/query";
import { TrainingRun, trainingRunOf } from "../contract/training-run";

const MOST = 20;

/** Lists the newest trainings with their figures. */
export const listTrainings = query("models.list-trainings", {
  title: "List the trainings of a workspace",
  permission: "type.manage",
  input: z.object({}),
  output: z.object({ items: z.array(TrainingRun) }),
  doors: ["web"],

  async handle({ trainingRuns, labels }) {
    const rows = await trainingRuns.list("head", MOST);
    const names = await labels.namesOf(rows.flatMap(({ startedById }) => startedById ?? []));
    return { items: rows.map((row) => trainingRunOf(row, names)) };
  },
});
