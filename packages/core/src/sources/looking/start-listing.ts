import { z } from "zod";

import { sourceId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Begins a listing with the cursor that was taken before it. A source that was listed before is compared. */
export const startListing = command("sources.start-listing", {
  title: "Begin a listing of a source",
  permission: "source.sync",
  input: z.object({ id: sourceId, generation: z.number().int(), cursor: z.string() }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The look is the record." },

  async handle({ sources, sourceLooks, clock }, { id, generation, cursor }) {
    await sources.lock(id);
    const found = await sources.find(id, null);
    if (!found || found.generation !== generation || found.phase !== "idle") return;
    const at = clock();
    const isCursorLost = found.stateReason === "cursor-lost";
    const kind = found.lastListedAt ? "comparison" : "listing";
    const lookId = await sourceLooks.begin({ sourceId: id, kind, at, isCursorLost });
    await sources.change(id, {
      state: "listing",
      stateReason: null,
      phase: "listing",
      generation: generation + 1,
      cursor,
      cursorAt: at,
      checkpoint: null,
      listedFrom: null,
      listedTo: null,
      isTainted: false,
      isCaughtUp: false,
      lookId,
      answer: null,
    });
  },
});
