import { z } from "zod";

import { happeningNames } from "../happenings";
import { query } from "../operation/query";
import { WebhookView, webhookOf } from "./contract/webhook";

/** Lists the webhooks of the workspace, with the counts of their messages. */
export const listWebhooks = query("webhooks.list-webhooks", {
  title: "List the webhooks",
  permission: "webhook.manage",
  input: z.object({}),
  output: z.object({
    items: z.array(WebhookView),
    /** The events that a webhook can get. */
    events: z.array(z.enum(happeningNames)),
  }),
  doors: ["web", "rest"],

  async handle({ webhookEndpoints, webhookMessages, clock }) {
    const counts = await webhookMessages.count();
    const now = clock();
    return {
      items: (await webhookEndpoints.list()).map((row) => webhookOf(row, counts, now)),
      events: [...happeningNames],
    };
  },
});
