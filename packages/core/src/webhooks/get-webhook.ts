import { notFound } from "../errors";
import { query } from "../operation/query";
import { ofWebhook, WebhookView, webhookOf } from "./contract/webhook";

/** Returns a webhook with the counts of its messages. */
export const getWebhook = query("webhooks.get-webhook", {
  title: "Get a webhook",
  permission: "webhook.manage",
  input: ofWebhook,
  output: WebhookView,
  doors: ["web", "rest"],

  async handle({ webhookEndpoints, webhookMessages, clock }, { id }) {
    const row = (await webhookEndpoints.find(id)) ?? notFound("Webhook", id);
    return webhookOf(row, await webhookMessages.count(), clock());
  },
});
