import { z } from "zod";

import { query } from "../../operation/query";
import { Experiment, experimentOf } from "../contract/experiment";

const MOST = 100;

/** Lists experiments, the newest first. */
export const listExperiments = query("trials.list-experiments", {
  title: "List experiments",
  permission: "release.read",
  input: z.object({}),
  output: z.object({ items: z.array(Experiment) }),
  doors: ["web"],

  handle: async ({ experiments }) => ({
    items: (await experiments.list(MOST)).map(experimentOf),
  }),
});
