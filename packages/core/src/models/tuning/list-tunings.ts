import { z } from "zod";

import { query } from "../../operation/query";
import { Tuning, TuningParams, tuningOf } from "../contract/tuning";

const MOST = 10;

/** Lists the newest tunings. */
export const listTunings = query("models.list-tunings", {
  title: "List the tunings of a hosted model",
  permission: "type.manage",
  input: z.object({}),
  output: z.object({ items: z.array(Tuning) }),
  doors: [],

  async handle({ trainingRuns, labels }) {
    const rows = await trainingRuns.list("hosted", MOST);
    const ids = rows.flatMap(({ params }) => TuningParams.parse(params).agreedIds);
    const names = await labels.namesOf([...new Set(ids)]);
    return { items: rows.map((row) => tuningOf(row, names)) };
  },
});
