import type { StripeBilling } from "@besunny/connectors/billing/billing";

/** A provider for examples: it says yes to everything. Tests of payments use the double that remembers. */
export const anAgreeableBilling: StripeBilling = {
  kind: "stripe",
  customer: async ({ workspaceId }) => `cus_${workspaceId}`,
  checkout: async ({ plan }) => `https://checkout.example/${plan.id}`,
  portal: async ({ customerId }) => `https://portal.example/${customerId}`,
  subscription: async (id) => ({
    id,
    customerId: "cus_nobody",
    workspaceId: null,
    planId: null,
    state: "other",
    trialEndsAt: null,
  }),
  tell: async () => ({ kind: "sent" }),
  counted: async () => 0,
  hear: () => null,
};
