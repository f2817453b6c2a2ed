import { z } from "zod";

import { sourceId } from "../../ids";
import { command } from "../../operation/command";
import { count } from "../../shapes";
import { recordItems } from "../contract/record-items";
import { Items } from "../contract/wire";

/**
 * Records a page of a listing together with where the listing goes on, in one transaction. A page that was recorded already, or that is of an earlier
 * listing, changes nothing.
 */
export const recordPage = command("sources.record-page", {
  title: "Record a page of a listing",
  permission: "source.sync",
  input: z.object({
    id: sourceId,
    generation: z.number().int(),
    at: z.string().nullable(),
    items: Items,
    next: z.string().nullable(),
    isPartial: z.boolean().default(false),
    /** The span of time that the listing shows, on its first page. */
    window: z.object({ from: z.date(), to: z.date() }).optional(),
  }),
  output: z.object({ seen: count, isRecorded: z.boolean() }),
  doors: [],
  audit: { notAudited: "The look counts what it found; documents that follow are recorded." },
  timeoutSeconds: 120,

  async handle(tools, { id, generation, at, items, next, isPartial, window }) {
    const { sources, sourceLooks } = tools;
    await sources.lock(id);
    const found = await sources.find(id, null);
    const isExpected =
      found?.phase === "listing" && found.generation === generation && found.checkpoint === at;
    if (!found || !isExpected || found.state !== "listing") return { seen: 0, isRecorded: false };

    const counts = await recordItems(tools, found, { items, generation });
    if (found.lookId) await sourceLooks.addTo(found.lookId, counts);
    await sources.change(id, {
      checkpoint: next,
      failures: 0,
      ...(isPartial && { isTainted: true }),
      ...(window && { listedFrom: window.from, listedTo: window.to }),
      ...(next === null && { phase: "catching-up" }),
    });
    return { seen: counts.seen, isRecorded: true };
  },
});
