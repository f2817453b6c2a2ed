import { z } from "zod";

import { notFound } from "../errors";
import { webhookMessageId } from "../ids";
import { query } from "../operation/query";
import { attemptOf, bodyOf, messageOf, WebhookAttempt, WebhookMessage } from "./contract/message";
import { ofWebhook } from "./contract/webhook";

/** Returns a message of a webhook as it is sent, and every try with its answer. */
export const getMessage = query("webhooks.get-message", {
  title: "Get a message of a webhook",
  permission: "webhook.manage",
  input: ofWebhook.extend({ messageId: webhookMessageId }),
  output: WebhookMessage.extend({ body: z.string(), attempts: z.array(WebhookAttempt) }),
  doors: ["web", "rest"],

  async handle({ webhookMessages }, { id, messageId }) {
    const row = (await webhookMessages.find(id, messageId)) ?? notFound("Message", messageId);
    return { ...messageOf(row), body: bodyOf(row), attempts: row.attempts.map(attemptOf) };
  },
});
