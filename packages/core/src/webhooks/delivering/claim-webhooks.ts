import { z } from "zod";

import { platformCommand } from "../../operation/platform";

/** Longer than a batch may take: a try ends after 15 seconds. */
const CLAIM_MS = 60_000;

/** Claims webhooks of all workspaces that have something to send. A claim that nobody ends runs out. */
export const claimWebhooks = platformCommand("webhooks.claim-webhooks", {
  title: "Claim the webhooks that are due",
  permission: "webhook.claim",
  input: z.object({ limit: z.number().int().min(1).max(1000) }),
  output: z.array(z.object({ workspaceId: z.string(), endpointId: z.string() })),
  doors: ["job"],
  audit: { notAudited: "The log of a webhook is the record." },

  handle({ dueWebhooks, clock }, { limit }) {
    const now = clock();
    return dueWebhooks.claim({ now, until: new Date(now.getTime() + CLAIM_MS), limit });
  },
});
