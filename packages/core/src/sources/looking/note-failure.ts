import { z } from "zod";

import { announceStates } from "../../connections/contract/announce-states";
import { sourceId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { ask } from "../contract/ask";
import { afterFailure } from "../contract/timing";

const kinds = ["throttled", "reconnect", "root-gone", "down", "scope-missing", "refused"] as const;
/** A provider that refuses so often in a row is not asked again before somebody looks. */
const MOST_REFUSALS = 5;

/**
 * Notes that a look could not go on. Being throttled or unreachable is waited for. A root that is gone removes nothing: the owner is
 * asked.
 */
export const noteFailure = command("sources.note-failure", {
  title: "Note that a look could not go on",
  permission: "source.sync",
  input: z.object({
    id: sourceId,
    kind: z.enum(kinds),
    until: z.date().nullable().default(null),
    message: z.string().max(500),
  }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The source and its connection keep what happened." },

  async handle(tools, { id, kind, until, message }) {
    const { sources, sourceItems, sourceLooks, clock } = tools;
    await sources.lock(id);
    const found = await sources.find(id, null);
    if (!found || (found.state !== "live" && found.state !== "listing")) return;
    const now = clock();
    if (kind === "throttled") {
      const waitsUntil = until ?? afterFailure(0, now);
      if (found.lookId)
        await sourceLooks.noteThrottled(found.lookId, waitsUntil.getTime() - now.getTime());
      return sources.change(id, { dueAt: waitsUntil, claimedUntil: null });
    }
    if (kind === "root-gone") {
      if (found.phase !== "idle") await sources.change(id, { isTainted: true });
      const { all } = await sourceItems.countOlder(id, found.generation);
      return ask(tools, found, { missing: all, of: all, isRootGone: true });
    }
    const failures = found.failures + 1;
    const stops =
      kind === "reconnect" ||
      kind === "scope-missing" ||
      (kind === "refused" && failures >= MOST_REFUSALS);
    if (stops && found.lookId)
      await sourceLooks.end(found.lookId, { outcome: "stopped", note: message, at: now });
    await sources.change(id, {
      failures,
      claimedUntil: null,
      dueAt: afterFailure(failures, now),
      ...(stops && { state: "stopped", stateReason: kind, lookId: null }),
    });
    if (stops) announceStates(tools, [{ id, state: "stopped" }]);
  },
});
