import { z } from "zod";

import { platformOperation } from "../../operation/operation";
import { keptRuns } from "./engine-runs";

/** How much waits and for how long, who works, and how much was done in the last hour. */
export const getRunMetrics = platformOperation({
  input: z.object({}),
  run: (ctx) => keptRuns(ctx).metrics(),
});
