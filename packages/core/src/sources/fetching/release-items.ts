import { z } from "zod";

import { sourceId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Returns leased items. Being throttled, stopped or unreachable is no try. */
export const releaseItems = command("sources.release-items", {
  title: "Give claimed items back",
  permission: "source.sync",
  input: z.object({ id: sourceId, externalIds: z.array(z.string()), until: z.date().nullable() }),
  output: nothing,
  doors: [],
  audit: { notAudited: "Nothing happened to the items." },
  handle: ({ sourcePump }, { id, externalIds, until }) =>
    sourcePump.release(id, externalIds, until),
});
