import { z } from "zod";

import { platformQuery } from "../operation/platform";

/** Returns whether anybody in any workspace waits for a document now: a backfill lets them go first. */
export const isLiveWorkWaiting = platformQuery("platform.is-live-work-waiting", {
  title: "Ask whether anybody waits for a document",
  permission: "liveWork.read",
  input: z.object({}),
  output: z.boolean(),
  doors: ["job"],
  handle: ({ db }) => db.platform.liveWork.isWaiting(),
});
