import { z } from "zod";

import { query } from "../../operation/query";
import { bodyOf } from "../contract/message";
import { Sealed } from "../contract/secrets";
import { ofWebhook } from "../contract/webhook";

/** One that fails is asked with one message at a time. */
const MOST_AT_ONCE = 50;

/** Returns the messages of a webhook that are due, with its address and sealed secrets; none for one that is gone. */
export const readDue = query("webhooks.read-due", {
  title: "Read the messages that are due",
  permission: "webhook.deliver",
  input: ofWebhook,
  output: z
    .object({
      url: z.string(),
      secrets: z.array(Sealed),
      messages: z.array(z.object({ id: z.string(), body: z.string() })),
    })
    .nullable(),
  doors: [],

  async handle({ webhookEndpoints, webhookMessages, clock }, { id }) {
    const endpoint = await webhookEndpoints.find(id);
    const kept = await webhookEndpoints.readSecrets(id);
    if (!endpoint || !kept?.sealedSecret) return null;
    const now = clock();
    const due = await webhookMessages.listDue(id, {
      now,
      limit: endpoint.failingSince ? 1 : MOST_AT_ONCE,
      testsAlone: endpoint.state !== "on",
    });
    const isBoth = kept.sealedBefore && kept.beforeUntil && kept.beforeUntil > now;
    return {
      url: endpoint.url,
      secrets: [kept.sealedSecret, ...(isBoth && kept.sealedBefore ? [kept.sealedBefore] : [])],
      messages: due.map((row) => ({ id: row.id, body: bodyOf(row) })),
    };
  },
});
