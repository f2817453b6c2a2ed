import { z } from "zod";

import { sourceId } from "../../ids";
import { command } from "../../operation/command";
import { count, nothing } from "../../shapes";

/** Keeps what the provider itself counts, beside the report. */
export const keepCount = command("sources.keep-count", {
  title: "Keep what a provider counts",
  permission: "source.sync",
  input: z.object({ id: sourceId, counted: count }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The source shows it." },
  handle: ({ sources, clock }, { id, counted }) =>
    sources.change(id, { counted, countedAt: clock() }),
});
