import { z } from "zod";

import { notFound } from "../errors";
import { command } from "../operation/command";
import { idIn } from "../shapes";
import { ofWebhook } from "./contract/webhook";
import { TEST_EVENT } from "./contract/webhook-words";

/** Sends a test message to a webhook, once, also while it is paused. The log shows the answer. */
export const testWebhook = command("webhooks.test-webhook", {
  title: "Send a test message to a webhook",
  permission: "webhook.manage",
  input: ofWebhook,
  output: z.object({ id: idIn("msg") }),
  doors: ["web", "rest"],
  audit: { subjects: (_output, { id }) => [id] },

  async handle({ webhookEndpoints, webhookMessages, clock }, { id }) {
    if (!(await webhookEndpoints.find(id))) notFound("Webhook", id);
    const now = clock();
    const before = await webhookEndpoints.take(id, { told: null, count: 1 });
    const [made = ""] = await webhookMessages.add(
      id,
      [
        {
          event: TEST_EVENT,
          documentId: null,
          data: { webhookId: id },
          happenedAt: now,
          seq: before + 1,
          isTest: true,
        },
      ],
      now,
    );
    return { id: made };
  },
});
