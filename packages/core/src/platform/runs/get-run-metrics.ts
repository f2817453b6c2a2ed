import { z } from "zod";

import { platformQuery } from "../../operation/platform";
import { RunMetrics } from "./contract";
import { engineRuns } from "./engine-runs";

/** Returns the waiting runs and their waiting times, the workers, and the work done in the last hour. */
export const getRunMetrics = platformQuery("platform.get-run-metrics", {
  title: "Get the numbers of the queue",
  permission: "platform.read",
  input: z.object({}),
  output: RunMetrics,
  doors: ["admin"],
  handle: (ctx) => engineRuns(ctx).metrics(),
});
