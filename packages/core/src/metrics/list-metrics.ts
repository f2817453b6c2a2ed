import { z } from "zod";

import { query } from "../operation/query";
import { askerIn } from "./contract/asker";
import { definitionOf, metricsFor } from "./contract/catalogue/catalogue";
import { MetricDefinitions } from "./contract/query";

/** Lists the figures that the actor may ask for: owners and admins all of a workspace's, others those over documents. */
export const listMetrics = query("metrics.list-metrics", {
  title: "List figures",
  permission: "document.read",
  input: z.object({}),
  output: MetricDefinitions,
  doors: ["web"],

  handle: async ({ principals }) => ({
    items: metricsFor(askerIn(principals)).map(definitionOf),
  }),
});
