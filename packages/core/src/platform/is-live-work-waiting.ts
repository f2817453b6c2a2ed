import { z } from "zod";

import { platformQuery } from "../operation/platform";

/** Returns whether a document of live work waits in any workspace now: a backfill lets it go first. */
export const isLiveWorkWaiting = platformQuery("platform.is-live-work-waiting", {
  title: "Ask whether anybody waits for a document",
  permission: "liveWork.read",
  input: z.object({}),
  output: z.boolean(),
  doors: ["job"],
  handle: ({ db }) => db.platform.liveWork.isWaiting(),
});
