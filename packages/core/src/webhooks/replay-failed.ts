import { z } from "zod";

import { notFound } from "../errors";
import { moment } from "../moment";
import { command } from "../operation/command";
import { count } from "../shapes";
import { ofWebhook } from "./contract/webhook";

/** Sends all messages again that a webhook did not take since a moment, with the same ids. */
export const replayFailed = command("webhooks.replay-failed", {
  title: "Send the failed messages of a webhook again",
  permission: "webhook.manage",
  input: ofWebhook.extend({ since: moment }),
  output: z.object({ count }),
  doors: ["web", "rest"],
  audit: { subjects: (_output, { id }) => [id] },

  async handle({ webhookEndpoints, webhookMessages, clock }, { id, since }) {
    if (!(await webhookEndpoints.find(id))) notFound("Webhook", id);
    return { count: await webhookMessages.replayFailed(id, since, clock()) };
  },
});
