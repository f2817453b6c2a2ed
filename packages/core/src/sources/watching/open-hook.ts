import { z } from "zod";

import { sourceId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Opens an address for a provider to call. Only hashes of its token and its secret are kept. */
export const openHook = command("sources.open-hook", {
  title: "Open an address for a provider",
  permission: "source.sync",
  input: z.object({
    id: sourceId,
    kind: z.string(),
    tokenHash: z.string(),
    secretHash: z.string(),
  }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The source shows its channel." },
  handle: ({ sourceWatches, clock }, { id, ...given }) =>
    sourceWatches.openHook({ ...given, ref: id, at: clock() }),
});
