import { z } from "zod";

/** A word of the provider that was proven to be its own. */
export const BillingEventInput = z.object({
  id: z.string().min(1).max(255),
  kind: z.string().min(1).max(255),
  at: z.date(),
  customerId: z.string().max(255).nullable(),
  subscriptionId: z.string().max(255).nullable(),
  problem: z.string().max(2000).nullable(),
});

export const SubscriptionInput = z.object({
  id: z.string().max(255),
  customerId: z.string().max(255),
  workspaceId: z.string().max(60).nullable(),
  planId: z.string().max(60).nullable(),
  state: z.enum(["trialing", "active", "past_due", "cancelled", "other"]),
  trialEndsAt: z.date().nullable(),
});
