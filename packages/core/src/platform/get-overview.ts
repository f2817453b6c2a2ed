import { z } from "zod";

import { platformOperation } from "../operation/operation";

const DAY_MS = 86_400_000;

/** The admin's overview over the last days; `asOf` is its freshness. Durations in milliseconds. */
export const getOverview = platformOperation({
  input: z.object({ days: z.number().int().min(1).max(365).default(7) }),

  async run({ db, clock }, { days }) {
    const asOf = clock();
    const since = new Date(asOf.getTime() - days * DAY_MS);
    const { overview } = db.platform;
    const [totals, documentsByDay, stageTimes, failures, outbox, queue, workspaces] =
      await Promise.all([
        overview.totals(since),
        overview.documentsByDay(since),
        overview.stageTimes(since),
        overview.failures(since),
        overview.outbox(),
        overview.queue(),
        overview.workspaces(),
      ]);
    return { asOf, since, totals, documentsByDay, stageTimes, failures, outbox, queue, workspaces };
  },
});
