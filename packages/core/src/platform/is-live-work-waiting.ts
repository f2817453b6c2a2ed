import { z } from "zod";

import { platformOperation } from "../operation/operation";

/** Whether anybody, in whichever workspace, waits for a document now: a backfill lets them go first. */
export const isLiveWorkWaiting = platformOperation({
  input: z.object({}),
  run: ({ db }) => db.platform.liveWork.isWaiting(),
});
