import { notFound } from "../errors";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { ofWebhook } from "./contract/webhook";

/** Removes a webhook with its log. Messages that wait are not sent. */
export const removeWebhook = command("webhooks.remove-webhook", {
  title: "Remove a webhook",
  permission: "webhook.manage",
  input: ofWebhook,
  output: nothing,
  doors: ["web", "rest"],

  async handle({ webhookEndpoints, changed }, { id }) {
    const before = (await webhookEndpoints.find(id)) ?? notFound("Webhook", id);
    await webhookEndpoints.remove(id);
    const { name, url, events, projectIds } = before;
    changed({ subject: id, before: { name, url, events, projectIds }, after: {} });
  },
});
