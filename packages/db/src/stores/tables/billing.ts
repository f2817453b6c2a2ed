import { inWorkspace, kept, ofPlatform, type Store, theirsById } from "../store";

const ledger = kept("The ledger of usage is what invoices are made of; it holds ids alone.");
const numbers = kept("It is counted from other rows.");

/** Tables of usage, plans and payments. */
export const billingTables = {
  Plan: ofPlatform({ table: "plans", holds: "plans" }),
  PlanLimit: ofPlatform({ table: "plan_limits", holds: "limits and prices of plans" }),
  WorkspaceLimit: inWorkspace({ table: "workspace_limits", holds: "limits of the workspace" }),
  BillingAccount: inWorkspace({ table: "billing_accounts", holds: "the plan and its payments" }),
  UsageEvent: inWorkspace({
    table: "usage_events",
    holds: "the ledger of usage",
    documents: { subject: ledger },
  }),
  QuotaPeriod: inWorkspace({
    table: "quota_periods",
    holds: "sums of usage",
    workspace: { export: numbers, erase: "rows" },
  }),
  QuotaReservation: inWorkspace({
    table: "quota_reservations",
    holds: "room that work holds",
    workspace: { export: numbers, erase: "rows" },
    documents: { subject: kept("It is given back within 15 minutes.") },
  }),
  QuotaRequest: inWorkspace({
    table: "quota_requests",
    holds: "requests for more",
    people: { asked_by_id: theirsById },
  }),
  Invoice: inWorkspace({ table: "invoices", holds: "invoices" }),
  UsageDelivery: inWorkspace({
    table: "usage_deliveries",
    holds: "usage that the payment provider was told of",
    documents: { identifier: ledger },
  }),
  BillingComparison: inWorkspace({
    table: "billing_comparisons",
    holds: "what the payment provider counted",
  }),
  BillingWebhook: ofPlatform({
    table: "billing_webhooks",
    holds: "words of the payment provider",
  }),
} satisfies Partial<Record<string, Store>>;
