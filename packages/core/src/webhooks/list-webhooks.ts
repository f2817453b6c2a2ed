import { z } from "zod";

import { query } from "../operation/query";
import { WebhookView, webhookOf } from "./contract/webhook";

/** Lists the webhooks of the workspace, with what they were told. */
export const listWebhooks = query("webhooks.list-webhooks", {
  title: "List the webhooks",
  permission: "webhook.manage",
  input: z.object({}),
  output: z.object({ items: z.array(WebhookView) }),
  doors: ["web", "rest"],

  async handle({ webhookEndpoints, webhookMessages, clock }) {
    const counts = await webhookMessages.count();
    const now = clock();
    return { items: (await webhookEndpoints.list()).map((row) => webhookOf(row, counts, now)) };
  },
});
