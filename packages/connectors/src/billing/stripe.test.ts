import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { type StripeDouble, startStripe } from "../../doubles/stripe/stripe-double";
import type { SoldPlan, StripeBilling } from "./billing";
import { createStripeBilling } from "./stripe";

const team: SoldPlan = {
  id: "pln_team",
  name: "Team",
  currency: "EUR",
  fixedMicro: 29_000_000,
  trialDays: 14,
  meters: [
    {
      meter: "pages",
      per: 1,
      tiers: [
        { upTo: 1_000, unitMicro: 0 },
        { upTo: null, unitMicro: 10_000 },
      ],
    },
    { meter: "storage", per: 1024 ** 3, tiers: [{ upTo: null, unitMicro: 20_000 }] },
    { meter: "questions", per: 1, tiers: [] },
  ],
};
const at = new Date("2030-05-10T10:00:00Z");

let stripe: StripeDouble;
let billing: StripeBilling;
let customerId: string;
beforeAll(async () => {
  stripe = await startStripe({ now: () => at });
  const { url: apiUrl, secret: webhookSecret } = stripe;
  billing = createStripeBilling({ secretKey: "sk_test_1", webhookSecret, apiUrl, now: () => at });
  customerId = await billing.customer({
    workspaceId: "ws_1",
    name: "Acme",
    email: "ann@example.com",
  });
});
afterAll(() => stripe.stop());

describe("a plan at Stripe", () => {
  const checkout = () =>
    billing.checkout({
      customerId,
      workspaceId: "ws_1",
      plan: team,
      returnTo: "https://besunny.example/settings/usage",
    });

  test("has one customer for a workspace, and each price once", async () => {
    expect(
      await billing.customer({ workspaceId: "ws_1", name: "Acme", email: "ann@example.com" }),
    ).toBe(customerId);
    expect(await checkout()).toMatch(/^https:\/\/checkout\.example\/cs_/);
    await checkout();
    expect(stripe.tables.prices.size).toBe(3);
    expect([...stripe.tables.prices.values()]).toMatchObject([
      { currency: "eur", unit_amount_decimal: "2900", recurring: { interval: "month" } },
      {
        tiers_mode: "graduated",
        recurring: { usage_type: "metered" },
        tiers: {
          0: { up_to: "1000", unit_amount_decimal: "0" },
          1: { up_to: "inf", unit_amount_decimal: "1" },
        },
      },
      { tiers: { 0: { up_to: "inf", unit_amount_decimal: "0.001953125" } } },
    ]);
    const [session] = stripe.tables.sessions.values();
    expect(session).toMatchObject({
      mode: "subscription",
      customer: customerId,
      subscription_data: {
        metadata: { workspace_id: "ws_1", plan_id: "pln_team" },
        trial_period_days: "14",
      },
    });
  });

  test("opens the payments of its customer", async () => {
    expect(await billing.portal({ customerId, returnTo: "https://besunny.example" })).toContain(
      customerId,
    );
  });
});

describe("usage at Stripe", () => {
  const tell = (identifier: string, more: object = {}) =>
    billing.tell({ identifier, customerId, meter: "pages", quantity: 3, at, ...more });
  const month = {
    from: new Date("2030-05-01T00:00:00Z"),
    to: new Date("2030-06-01T00:00:00Z"),
  };

  test("counts an identifier once, however often it is told", async () => {
    for (let time = 0; time < 3; time += 1)
      expect(await tell("pages:doc_1:1")).toEqual({ kind: "sent" });
    await tell("pages:doc_2:1");
    expect(await billing.counted({ customerId, meter: "pages", ...month })).toBe(6);
  });

  test("is refused for good where Stripe would refuse it again, and waits where Stripe is away", async () => {
    expect(await tell("old", { at: new Date("2030-04-01T00:00:00Z") })).toMatchObject({
      kind: "refused",
    });
    expect(await tell("nobody", { customerId: "cus_nobody" })).toMatchObject({ kind: "refused" });
    stripe.fail(429);
    expect(await tell("later")).toMatchObject({ kind: "later" });
    stripe.fail(null);
  });
});

describe("a webhook", () => {
  test("is believed if it is signed, and tells which subscription it is about", () => {
    const id = stripe.subscribe({ customer: customerId, status: "active" });
    const { body, signature } = stripe.webhook("customer.subscription.updated", id);
    // The test's own clock is years ahead of the SDK's, which checks ages alone.
    expect(billing.hear(body, signature)).toMatchObject({
      kind: "customer.subscription.updated",
      customerId,
      subscriptionId: id,
    });
  });

  test("names the subscription of an invoice", () => {
    const body = JSON.stringify({
      id: "evt_invoice",
      object: "event",
      created: 1,
      type: "invoice.payment_failed",
      data: {
        object: {
          id: "in_1",
          object: "invoice",
          customer: customerId,
          parent: { subscription_details: { subscription: "sub_1" } },
        },
      },
    });
    expect(billing.hear(body, stripe.sign(body))).toMatchObject({ subscriptionId: "sub_1" });
  });

  test("is not believed with another body, another secret, an old signature or one from the future", () => {
    const id = stripe.subscribe({ customer: customerId, status: "active" });
    const { body, signature } = stripe.webhook("customer.subscription.updated", id);
    expect(billing.hear(`${body} `, signature)).toBeNull();
    expect(billing.hear(body, "")).toBeNull();
    expect(billing.hear(body, stripe.sign(body, new Date(at.getTime() + 600_000)))).toBeNull();
    expect(billing.hear(body, stripe.sign(body, new Date("2020-01-01T00:00:00Z")))).toBeNull();
    const other = createStripeBilling({ secretKey: "sk_test_1", webhookSecret: "whsec_other" });
    expect(other.hear(body, signature)).toBeNull();
  });

  test("says of usage that could not be counted that there is some", () => {
    const body = JSON.stringify({
      id: "evt_thin",
      object: "v2.core.event",
      type: "v1.billing.meter.error_report_triggered",
      created: "2030-05-10T10:00:00.000Z",
      livemode: false,
      related_object: { id: "mtr_1", type: "billing.meter", url: "/v1/billing/meters/mtr_1" },
    });
    expect(billing.hear(body, stripe.sign(body))).toMatchObject({
      kind: "v1.billing.meter.error_report_triggered",
      problem: expect.stringContaining("could not count"),
    });
  });
});
