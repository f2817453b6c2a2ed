import { z } from "zod";

import { definitionOf, metricsFor } from "../../metrics/contract/catalogue/catalogue";
import { MetricDefinitions } from "../../metrics/contract/query";
import { platformQuery } from "../../operation/platform";

/** Lists the figures over all workspaces. */
export const listMetrics = platformQuery("platform.list-metrics", {
  title: "List figures of all workspaces",
  permission: "platform.read",
  input: z.object({}),
  output: MetricDefinitions,
  doors: ["admin"],

  handle: async () => ({ items: metricsFor("platform").map(definitionOf) }),
});
