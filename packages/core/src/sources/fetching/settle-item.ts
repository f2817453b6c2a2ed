import { skipReasons } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { sourceId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { takeForGone } from "../contract/record-items";

/** Tries of an item, one a day. After them it is failed, and the source goes on. */
export const MOST_TRIES = 3;
const DAY_MS = 24 * 3_600_000;

const Outcome = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("skipped"), reason: z.enum(skipReasons) }),
  z.object({ kind: z.literal("gone"), why: z.enum(["deleted", "no-access"]) }),
  z.object({
    kind: z.literal("failed"),
    code: z.string().max(60),
    message: z.string().max(500),
    remedy: z.string().max(300),
  }),
]);

/**
 * Settles an item that could not be fetched: it is skipped for good, gone, or tried again on another day. After three days it is failed, with a
 * reason and a remedy.
 */
export const settleItem = command("sources.settle-item", {
  title: "Settle an item that could not be fetched",
  permission: "source.sync",
  input: z.object({ id: sourceId, externalId: z.string(), outcome: Outcome }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The report of the source shows it." },

  async handle(tools, { id, externalId, outcome }) {
    const { sources, sourceItems, clock } = tools;
    const found = await sources.find(id, null);
    const item = await sourceItems.find(id, externalId);
    if (!found || item?.state !== "fetching") return;
    const free = { leasedUntil: null, nextTryAt: null };
    if (outcome.kind === "gone") {
      await takeForGone(tools, found, { ids: [externalId], places: [], reason: outcome.why });
      return;
    }
    if (outcome.kind === "skipped")
      return sourceItems.change(id, externalId, {
        ...free,
        state: "skipped",
        reason: outcome.reason,
      });
    const tries = item.tries + 1;
    const isOver = tries >= MOST_TRIES;
    await sourceItems.change(id, externalId, {
      ...free,
      tries,
      state: isOver ? "failed" : "waiting",
      reason: isOver ? outcome.code : null,
      trouble: outcome.message,
      remedy: outcome.remedy,
      nextTryAt: isOver ? null : new Date(clock().getTime() + DAY_MS),
    });
  },
});
