import { z } from "zod";

import { sweep } from "../../operation/platform";
import { count } from "../../shapes";

/** The most rounds of one call, so that a worker that is asked to stop need not wait long. */
const MOST_ROUNDS = 20;

/** Counts the hours again in which rows changed, until none is left. Returns how many hours were counted. Twice is as good as once. */
export const rollUpFigures = sweep("platform.roll-up-figures", {
  title: "Count changed hours again",
  permission: "figure.work",
  input: z.object({}),
  output: count,
  doors: ["job"],
  audit: { notAudited: "It writes sums of what is there." },

  async handle({ db }) {
    let done = 0;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const counted = await db.platform.rollups.workOff();
      if (counted === 0) break;
      done += counted;
    }
    return done;
  },
});
