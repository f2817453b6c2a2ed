import { z } from "zod";

import { sourceId } from "../../ids";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";

const SHORTEST_MS = 15_000;
const LONGEST_MS = 30 * 60_000;

/** Ends the claim of a worker on a source that it listened at. After a listening that broke, all workers stay away from it, longer each time. */
export const releaseListen = platformCommand("sources.release-listen", {
  title: "Stop listening at a source",
  permission: "source.look",
  input: z.object({ id: sourceId, isBroken: z.boolean() }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The looks are the record." },

  async handle({ listenedSources, clock }, { id, isBroken }) {
    if (!isBroken) return listenedSources.release(id);
    const failures = await listenedSources.countFailure(id);
    const waitMs = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.min(failures - 1, 10));
    await listenedSources.rest(id, new Date(clock().getTime() + waitMs));
  },
});
