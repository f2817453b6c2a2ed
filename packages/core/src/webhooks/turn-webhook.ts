import { z } from "zod";

import { notFound } from "../errors";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { ofWebhook } from "./contract/webhook";

/** Pauses a webhook, or turns it on again. Events from in between are sent then. */
export const turnWebhook = command("webhooks.turn-webhook", {
  title: "Pause a webhook, or turn it on",
  permission: "webhook.manage",
  input: ofWebhook.extend({ isOn: z.boolean() }),
  output: nothing,
  doors: ["web", "rest"],

  async handle({ webhookEndpoints, webhookMessages, clock, changed }, { id, isOn }) {
    const before = (await webhookEndpoints.find(id)) ?? notFound("Webhook", id);
    const state = isOn ? "on" : "paused";
    if (before.state === state) return;
    await webhookEndpoints.turn(id, state, isOn ? null : "by-person");
    if (isOn) await webhookMessages.hurry(id, clock());
    changed({ subject: id, before: { state: before.state }, after: { state } });
  },
});
