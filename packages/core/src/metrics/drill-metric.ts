import { query } from "../operation/query";
import { rowsBehind } from "./contract/answering/drill";
import { namesInWorkspace } from "./contract/answering/names";
import { askerIn } from "./contract/asker";
import { DrillPage, DrillQuery } from "./contract/query";

/** Lists the rows behind a figure, the newest first: as many as the figure counts. */
export const drillMetric = query("metrics.drill-metric", {
  title: "List the rows behind a figure",
  permission: "document.read",
  input: DrillQuery,
  output: DrillPage,
  doors: ["web"],
  isOfOneMoment: true,

  handle: ({ figures, principals, clock, ...tools }, asked) =>
    rowsBehind(asked, {
      figures,
      asker: askerIn(principals),
      names: namesInWorkspace(tools),
      asOf: clock(),
    }),
});
