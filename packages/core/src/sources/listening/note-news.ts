import { z } from "zod";

import { sourceId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { lookSoon } from "../contract/look-soon";

/** Lets a source be looked at now, because its provider says that something changed. */
export const noteNews = command("sources.note-news", {
  title: "Note that a provider has news",
  permission: "source.sync",
  input: z.object({ id: sourceId }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The look that follows is the record." },

  async handle(tools, { id }) {
    const { sources } = tools;
    await sources.lock(id);
    const found = await sources.find(id, null);
    if (!found || (found.state !== "live" && found.state !== "listing")) return;
    if (found.listenFailures > 0) await sources.change(id, { listenFailures: 0 });
    await lookSoon(tools, found);
  },
});
