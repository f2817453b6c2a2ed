import { rowsBehind } from "../../metrics/contract/answering/drill";
import { namesAcross } from "../../metrics/contract/answering/names";
import { DrillPage, DrillQuery } from "../../metrics/contract/query";
import { platformQuery } from "../../operation/platform";

/** Lists the rows behind a figure over all workspaces, without titles of documents and words of people. */
export const drillMetric = platformQuery("platform.drill-metric", {
  title: "List the rows behind a figure of all workspaces",
  permission: "platform.read",
  input: DrillQuery,
  output: DrillPage,
  doors: ["admin"],

  handle: ({ db, clock }, asked) =>
    db.platform.atOneMoment(({ figures, names }) =>
      rowsBehind(asked, {
        figures,
        asker: "platform",
        names: namesAcross(names.of),
        asOf: clock(),
      }),
    ),
});
