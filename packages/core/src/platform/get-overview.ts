import { currentReleases } from "@besunny/document-model/reading-release";
import { z } from "zod";

import { platformQuery } from "../operation/platform";
import { Overview } from "./contract";
import { spanInput, spanOf } from "./span";

/** Returns the numbers of all workspaces, or of one, over a span of time and over the one before it. */
export const getOverview = platformQuery("platform.get-overview", {
  title: "Get the overview",
  permission: "platform.read",
  input: z.object(spanInput),
  output: Overview,
  doors: ["admin", "cli"],

  async handle({ db, clock }, { workspaceId, ...asked }) {
    const asOf = clock();
    const { since, until, grain } = spanOf(asked, asOf);
    const span = { since, until, workspaceId };
    const length = until.getTime() - since.getTime();
    const previous = { since: new Date(since.getTime() - length), until: since, workspaceId };
    const { overview, upkeep } = db.platform;
    const [
      totals,
      before,
      documentsOverTime,
      costOverTime,
      stageTimes,
      failures,
      outbox,
      queue,
      earlier,
      workspaces,
    ] = await Promise.all([
      overview.totals(span),
      overview.totals(previous),
      overview.documentsOverTime(span, grain),
      overview.costOverTime(span, grain),
      overview.stageTimes(span),
      overview.failures(span),
      overview.outbox(),
      overview.queue(workspaceId),
      upkeep.countReadBefore(currentReleases()),
      overview.workspaces(),
    ]);
    return {
      asOf,
      since,
      until,
      grain,
      totals,
      before,
      documentsOverTime,
      costOverTime,
      stageTimes,
      failures,
      outbox,
      queue,
      readEarlier: earlier
        .filter((each) => workspaceId === null || each.workspaceId === workspaceId)
        .reduce((sum, { count }) => sum + count, 0),
      workspaces,
    };
  },
});
