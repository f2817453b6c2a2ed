import { z } from "zod";

import { notFound } from "../../errors";
import { command } from "../../operation/command";
import { count } from "../../shapes";
import { ofInboundHook } from "../contract/inbound";

const DAY_MS = 86_400_000;

/** Notes that something came to an address. The same id of a sender is one delivery. */
export const beginDelivery = command("webhooks.begin-delivery", {
  title: "Note that something came to an address",
  permission: "document.upload",
  input: ofInboundHook.extend({
    remoteId: z.string().min(1).max(300),
    size: count,
    keptDays: count,
  }),
  output: z.object({
    id: z.string(),
    isDone: z.boolean(),
    takes: z.string(),
    projectId: z.string().nullable(),
  }),
  doors: [],
  audit: { notAudited: "The log of the address is the record." },

  async handle({ inboundHooks, clock }, { id, remoteId, size, keptDays }) {
    const { takes, projectId } = (await inboundHooks.find(id)) ?? notFound("Address", id);
    const now = clock();
    await inboundHooks.removeBefore(id, new Date(now.getTime() - keptDays * DAY_MS));
    const begun = await inboundHooks.begin({ hookId: id, remoteId, size, receivedAt: now });
    const isDone = begun.outcome === "taken" || begun.outcome === "happened";
    return { id: begun.id, isDone, takes, projectId };
  },
});
