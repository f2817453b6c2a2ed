import { z } from "zod";

import { query } from "../operation/query";

/** Documents that are read at the same time. */
const AT_ONCE = 2;

/** Returns how long a document took here of late, from its first stage to the last. */
export const measurePace = query("sources.measure-pace", {
  title: "Measure how fast documents are read",
  permission: "source.read",
  input: z.object({}),
  output: z.object({ secondsPerDocument: z.number().nullable() }),
  doors: [],

  async handle({ runs }) {
    const stages = await runs.typicalDurations();
    const together = stages.reduce((all, { durationMs }) => all + durationMs, 0);
    return { secondsPerDocument: together > 0 ? together / 1000 / AT_ONCE : null };
  },
});
