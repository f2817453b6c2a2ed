import { keepCustomer } from "../../src/billing/keep-customer";
import { database } from "../contexts";
import { by, byJob, type Example, none } from "./example";

const returnTo = "https://besunny.example/settings/usage";

/** A plan that costs money, which every example shares. */
const aPlan = () =>
  database.platform.plans.put(
    null,
    {
      name: "Team",
      currency: "EUR",
      fixedMicro: 29_000_000,
      trialDays: 0,
      isDefault: false,
      meters: [],
    },
    new Date(),
  );

export const moneyExamples: Record<string, Example> = {
  "usage.get-usage": by(none),
  "usage.list-usage-events": by(none),
  "usage.export-usage": by(none),
  "usage.ask-for-more": by(({ newName }) => ({
    meter: meterOfTurn(),
    wanted: 1_000,
    reason: newName(),
  })),
  "usage.tell-level": byJob("tell-usage", () => ({
    meter: "pages",
    level: 80,
    startsAt: "2026-01-01",
  })),
  "billing.get-billing": by(none),
  "billing.preview-invoice": by(none),
  "billing.list-invoices": by(none),
  "billing.get-invoice-file": by(none),
  "billing.start-checkout": by(async () => ({ planId: await aPlan(), returnTo })),
  "billing.open-portal": by(async ({ owner }) => {
    await keepCustomer(owner, { customerId: `cus_${owner.workspaceId}` });
    return { returnTo };
  }),
  "billing.issue-invoice": byJob("run-schedule", none),
  "billing.tell-standing": byJob("run-schedule", () => ({
    standing: "past_due",
    since: "2026-01-01T00:00:00Z",
  })),
};

const each = ["pages", "tokens", "questions", "storage", "seats", "connectors", "apiCalls"];
let turn = 0;

/** One request of a meter waits at a time. */
function meterOfTurn(): string {
  turn += 1;
  return each[turn % each.length] ?? "pages";
}
