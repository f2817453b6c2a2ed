import { z } from "zod";

import { sourceId } from "../../ids";
import { command } from "../../operation/command";
import { PUMP_LEASE_MS } from "../contract/pump";

/** While so many documents of a source wait to be read, no more are fetched: disk and queue stay bounded. */
export const MOST_UNREAD = 500;
const AT_ONCE = 25;

const ClaimedItem = z.object({
  externalId: z.string(),
  name: z.string(),
  mediaType: z.string(),
  revision: z.string(),
  tries: z.number(),
});

/** Leases the next items that wait to be fetched, to one worker for five minutes. */
export const claimItems = command("sources.claim-items", {
  title: "Claim items to fetch",
  permission: "source.sync",
  input: z.object({ id: sourceId, limit: z.number().int().min(1).max(100).default(AT_ONCE) }),
  output: z.object({
    items: z.array(ClaimedItem),
    /** Why there are none: nothing waits, the queue is full, the source does not go on, or the provider asks to wait. */
    why: z.enum(["none", "full", "stopped", "blocked"]).nullable(),
    until: z.date().nullable(),
  }),
  doors: [],
  audit: { notAudited: "Taking an item is the record." },

  async handle({ sources, sourcePump, clock }, { id, limit }) {
    const found = await sources.find(id, null);
    const now = clock();
    const none = { items: [], until: null };
    const goesOn =
      found?.state === "live" || found?.state === "listing" || found?.state === "asking";
    const isUsable =
      found && found.connection.state !== "reconnect" && found.connection.state !== "revoked";
    if (!found || !goesOn || !isUsable) {
      await sources.change(id, { pumpUntil: null });
      return { ...none, why: "stopped" as const };
    }
    const { blockedUntil } = found.connection;
    if (blockedUntil && blockedUntil > now) {
      await sources.change(id, { pumpUntil: blockedUntil });
      return { items: [], why: "blocked" as const, until: blockedUntil };
    }
    const until = new Date(now.getTime() + PUMP_LEASE_MS);
    const { unread } = await sourcePump.countWaiting(id, now);
    if (unread >= MOST_UNREAD) {
      const later = new Date(now.getTime() + 30_000);
      await sources.change(id, { pumpUntil: later });
      return { items: [], why: "full" as const, until: later };
    }
    const items = await sourcePump.claim(id, {
      limit: Math.min(limit, MOST_UNREAD - unread),
      now,
      until,
    });
    await sources.change(id, { pumpUntil: items.length > 0 ? until : null });
    return { items, why: items.length > 0 ? null : ("none" as const), until: null };
  },
});
