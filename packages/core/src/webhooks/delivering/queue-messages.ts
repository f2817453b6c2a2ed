import { z } from "zod";

import { command } from "../../operation/command";
import { count, nothing } from "../../shapes";
import { ofWebhook } from "../contract/webhook";

const BATCH = 500;
const DAY_MS = 86_400_000;
const Data = z.record(z.string(), z.string());

/** Makes messages of events that a webhook has not got, and forgets messages of long ago. Asked again, it adds nothing. */
export const queueMessages = command("webhooks.queue-messages", {
  title: "Make messages of what has happened",
  permission: "webhook.deliver",
  input: ofWebhook.extend({ keptDays: count }),
  output: nothing,
  doors: ["job"],
  audit: { notAudited: "The log of a webhook is the record." },

  async handle({ webhookEndpoints, webhookMessages, clock }, { id, keptDays }) {
    const now = clock();
    const endpoint = await webhookEndpoints.find(id);
    if (endpoint?.state !== "on") return;
    const { items, latest } = await webhookEndpoints.listUntold(id, BATCH);
    if (latest === null) return;
    const before = await webhookEndpoints.take(id, { told: latest, count: items.length });
    await webhookMessages.add(
      id,
      items.map(({ name, documentId, data, at }, index) => ({
        event: name,
        documentId,
        data: Data.parse(data),
        happenedAt: at,
        seq: before + index + 1,
        isTest: false,
      })),
      now,
    );
    await webhookMessages.removeBefore(id, new Date(now.getTime() - keptDays * DAY_MS));
  },
});
