import { z } from "zod";

import { platformQuery } from "../operation/platform";

/**
 * Returns whether the run of a document that came from a source may go on now. While people of any workspace wait for a document, one arrived
 * document is worked on at a time.
 */
export const mayArrivedRunGo = platformQuery("platform.may-arrived-run-go", {
  title: "Ask whether an arrived document may be worked on",
  permission: "liveWork.read",
  input: z.object({ runId: z.string() }),
  output: z.boolean(),
  doors: ["job"],
  handle: ({ db }, { runId }) => db.platform.liveWork.mayArrivedGo(runId),
});
