import { z } from "zod";

import { query } from "../../operation/query";
import { Evaluation, evaluationOf } from "../contract/evaluation";

const MOST = 100;

/** Lists evaluations, the newest first. */
export const listEvaluations = query("trials.list-evaluations", {
  title: "List evaluations",
  permission: "release.read",
  input: z.object({}),
  output: z.object({ items: z.array(Evaluation) }),
  doors: ["web"],

  handle: async ({ evaluations }) => ({
    items: (await evaluations.list(MOST)).map(evaluationOf),
  }),
});
