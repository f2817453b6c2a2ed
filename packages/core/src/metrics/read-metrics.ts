import { query } from "../operation/query";
import { outcomesOf } from "./contract/answering/answer";
import { namesInWorkspace } from "./contract/answering/names";
import { askerIn } from "./contract/asker";
import { MetricOutcomes, MetricQueries } from "./contract/query";

/** Answers questions for figures, as of one moment. Somebody who sees some documents is answered from those alone. */
export const readMetrics = query("metrics.read-metrics", {
  title: "Read figures",
  permission: "document.read",
  input: MetricQueries,
  output: MetricOutcomes,
  isShared: true,
  doors: ["web"],
  isOfOneMoment: true,

  handle: async ({ figures, principals, clock, ...tools }, { queries }) => ({
    outcomes: await outcomesOf(queries, {
      figures,
      asker: askerIn(principals),
      names: namesInWorkspace(tools),
      asOf: clock(),
    }),
  }),
});
