import { z } from "zod";

import { sourceId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Notes that the provider does not know the cursor any more. A comparison begins by itself, and the report says so. */
export const loseCursor = command("sources.lose-cursor", {
  title: "Note that a cursor is lost",
  permission: "source.sync",
  input: z.object({ id: sourceId, cursor: z.string() }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The look is the record." },

  async handle({ sources, sourceLooks, clock }, { id, cursor }) {
    await sources.lock(id);
    const found = await sources.find(id, null);
    if (!found || found.cursor !== cursor) return;
    const at = clock();
    if (found.lookId) await sourceLooks.end(found.lookId, { outcome: "cursor-lost", at });
    await sources.change(id, {
      state: "listing",
      stateReason: "cursor-lost",
      phase: "idle",
      checkpoint: null,
      cursor: null,
      lookId: null,
      isCaughtUp: false,
    });
  },
});
