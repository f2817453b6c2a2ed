import type { StoredSource } from "@besunny/db/sources/sources";
import { z } from "zod";

import { announceStates } from "../../connections/contract/announce-states";
import { sourceWatchAsked } from "../../events";
import { sourceId } from "../../ids";
import { command } from "../../operation/command";
import { ask } from "../contract/ask";
import { isOverBrake } from "../contract/brake";
import { followGone } from "../contract/effects";
import { nextDue } from "../contract/timing";
import type { LookTools } from "../contract/tools";

/** Items that are taken for gone in one transaction. */
const GONE_AT_ONCE = 500;

/**
 * Ends a listing that was whole and has caught up: what it did not show is gone. It is the only place that takes items for gone by a listing. After
 * a page that was left out nothing is gone, and if it is too much a person is asked.
 */
export const endListing = command("sources.end-listing", {
  title: "End a listing",
  permission: "source.sync",
  input: z.object({ id: sourceId, generation: z.number().int() }),
  output: z.object({ isOver: z.boolean(), isWhole: z.boolean().default(false) }),
  doors: [],
  audit: { notAudited: "The look is the record; documents that follow are recorded." },
  timeoutSeconds: 120,

  async handle(tools, { id, generation }) {
    const { sources, sourceItems, sourceLooks, clock } = tools;
    await sources.lock(id);
    const found = await sources.find(id, null);
    const isExpected =
      found?.phase === "catching-up" && found.isCaughtUp && found.generation === generation;
    if (!found || !isExpected || found.state !== "listing") return { isOver: true };
    if (found.isTainted)
      return finish(tools, found, "A page could not be read, so nothing was removed.");

    const { older, all } = await sourceItems.countOlder(id, generation);
    const isReleased = found.answer !== null;
    if (!isReleased && isOverBrake({ missing: older, of: all })) {
      await ask(tools, found, { missing: older, of: all, isRootGone: false });
      return { isOver: true };
    }
    // The brake was asked before the first of them is gone: what follows is the same listing.
    if (older > 0 && !isReleased) await sources.change(id, { answer: "remove" });
    const at = clock();
    const gone = await sourceItems.markOlderGone(id, { generation, limit: GONE_AT_ONCE, at });
    if (gone.length === 0) return finish(tools, found, null);
    await tools.calendarEvents.remove(
      id,
      gone.map(({ externalId }) => externalId),
    );
    if (found.answer !== "keep") await followGone(tools, gone, "deleted");
    if (found.lookId)
      await sourceLooks.addTo(found.lookId, { seen: 0, added: 0, changed: 0, gone: gone.length });
    return { isOver: false };
  },
});

async function finish(tools: LookTools, source: StoredSource, note: string | null) {
  const { sources, sourceLooks, workspaceId, clock, emit } = tools;
  const now = clock();
  const { id, lookId, everySeconds } = source;
  const isRootGone = source.stateReason === "root-gone";
  if (lookId) await sourceLooks.end(lookId, { outcome: "whole", note, at: now });
  await sources.change(id, {
    state: isRootGone ? "stopped" : "live",
    stateReason: isRootGone ? "root-gone" : null,
    phase: "idle",
    checkpoint: null,
    isCaughtUp: false,
    isTainted: false,
    answer: null,
    lookId: null,
    claimedUntil: null,
    lastListedAt: now,
    lastLookedAt: now,
    dueAt: nextDue(id, everySeconds, now),
  });
  const { ownerId } = source.connection;
  const state = isRootGone ? "stopped" : "live";
  // A comparison of a source that was live all the time is nothing to tell.
  if (isRootGone || !source.lastListedAt || source.answer) announceStates(tools, [{ id, state }]);
  if (!source.watch) emit(sourceWatchAsked.of({ workspaceId, sourceId: id, ownerId }));
  return { isOver: true, isWhole: !isRootGone };
}
