import { currentReleases } from "@besunny/document-model/reading-release";
import { z } from "zod";

import { platformQuery } from "../operation/platform";
import { Overview } from "./contract";

const DAY_MS = 86_400_000;

/** Returns the numbers of all workspaces over the last days. */
export const getOverview = platformQuery("platform.get-overview", {
  title: "Get the overview",
  permission: "platform.read",
  input: z.object({ days: z.number().int().min(1).max(365).default(7) }),
  output: Overview,
  doors: ["admin", "cli"],

  async handle({ db, clock }, { days }) {
    const asOf = clock();
    const since = new Date(asOf.getTime() - days * DAY_MS);
    const { overview, upkeep } = db.platform;
    const [totals, documentsByDay, stageTimes, failures, outbox, queue, earlier, workspaces] =
      await Promise.all([
        overview.totals(since),
        overview.documentsByDay(since),
        overview.stageTimes(since),
        overview.failures(since),
        overview.outbox(),
        overview.queue(),
        upkeep.countReadBefore(currentReleases()),
        overview.workspaces(),
      ]);
    return {
      asOf,
      since,
      totals,
      documentsByDay,
      stageTimes,
      failures,
      outbox,
      queue,
      readEarlier: earlier.reduce((sum, { count }) => sum + count, 0),
      workspaces,
    };
  },
});
