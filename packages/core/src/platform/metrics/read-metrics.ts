import { outcomesOf } from "../../metrics/contract/answering/answer";
import { namesAcross } from "../../metrics/contract/answering/names";
import { MetricOutcomes, MetricQueries } from "../../metrics/contract/query";
import { platformQuery } from "../../operation/platform";

/** Answers questions for figures over all workspaces, as of one moment. Small groups of people are kept back. */
export const readMetrics = platformQuery("platform.read-metrics", {
  title: "Read figures of all workspaces",
  permission: "platform.read",
  input: MetricQueries,
  output: MetricOutcomes,
  isShared: true,
  doors: ["admin"],

  handle: ({ db, clock }, { queries }) =>
    db.platform.atOneMoment(async ({ figures, names }) => ({
      outcomes: await outcomesOf(queries, {
        figures,
        asker: "platform",
        names: namesAcross(names.of),
        asOf: clock(),
      }),
    })),
});
