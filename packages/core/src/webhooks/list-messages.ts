import { z } from "zod";

import { notFound } from "../errors";
import { query } from "../operation/query";
import { pageOf, paging } from "../shapes";
import { messageOf, WebhookMessage } from "./contract/message";
import { ofWebhook } from "./contract/webhook";
import { messageStates } from "./contract/webhook-words";

/** Lists the messages of a webhook with their last try, the newest first. */
export const listMessages = query("webhooks.list-messages", {
  title: "List the messages of a webhook",
  permission: "webhook.manage",
  input: ofWebhook.extend({
    state: z.enum(messageStates).optional(),
    event: z.string().max(60).optional(),
    ...paging,
  }),
  output: pageOf(WebhookMessage),
  doors: ["web", "rest"],

  async handle({ webhookEndpoints, webhookMessages }, { id, state, event, limit, cursor }) {
    if (!(await webhookEndpoints.find(id))) notFound("Webhook", id);
    const page = await webhookMessages.list(id, { state, event }, { limit, cursor });
    return { ...page, items: page.items.map(messageOf) };
  },
});
