import { createStripeBilling } from "@besunny/connectors/billing/stripe";
import { startStripe } from "@besunny/connectors/doubles/stripe/stripe-double";
import { newId } from "@besunny/db/ids";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { aContext, aPlatformContext, database as db, inBackground } from "../../test/contexts";
import { authorize, may } from "../access/policy";
import { listBilling } from "../platform/billing/list-billing";
import { putPlan } from "../platform/billing/put-plan";
import { takeBillingEvent } from "../platform/billing/take-billing-event";
import { compareUsage } from "../schedules/billing/compare-usage";
import { keepAccounts } from "../schedules/billing/keep-accounts";
import { sendUsage } from "../schedules/billing/send-usage";
import { getUsage } from "../usage/get-usage";
import { startCheckout } from "./start-checkout";

let now = new Date("2030-05-10T10:00:00Z");
let stripe: Awaited<ReturnType<typeof startStripe>>;
let billing: ReturnType<typeof createStripeBilling>;
beforeAll(async () => {
  stripe = await startStripe({ now: () => now });
  billing = createStripeBilling({
    secretKey: "sk_test_1",
    webhookSecret: stripe.secret,
    apiUrl: stripe.url,
    now: () => now,
  });
});
beforeEach(() => {
  now = new Date("2030-05-10T10:00:00Z");
});
afterAll(async () => {
  await stripe?.stop();
});

const job = () =>
  aPlatformContext({
    db,
    billing,
    clock: () => now,
    actor: { kind: "job", name: "take-billing" },
  });
const admin = () => aPlatformContext({ db, billing, clock: () => now });

async function aPayingOwner() {
  const owner = await aContext({ role: "owner", billing, clock: () => now });
  const { id: planId } = await putPlan(admin(), {
    name: "Team",
    currency: "EUR",
    fixedMicro: 29_000_000,
    meters: [
      {
        meter: "pages",
        soft: null,
        hard: null,
        per: 1,
        tiers: [{ upTo: null, unitMicro: 10_000 }],
      },
      {
        meter: "storage",
        soft: null,
        hard: null,
        per: 1024 ** 3,
        tiers: [{ upTo: null, unitMicro: 20_000 }],
      },
    ],
  });
  await startCheckout(owner, { planId, returnTo: "https://besunny.example/settings/usage" });
  const customer = [...stripe.tables.customers.values()].at(-1)?.id ?? "";
  const metadata = { workspace_id: owner.workspaceId, plan_id: planId };
  const subscription = stripe.subscribe({ customer, status: "active", metadata });
  return { owner, planId, customer, subscription };
}

const hear = (hook: { body: string; signature: string }) => {
  const event = billing.hear(hook.body, hook.signature);
  if (!event) throw new Error("The webhook was not believed");
  return takeBillingEvent(job(), event);
};
const standing = async (owner: Awaited<ReturnType<typeof aContext>>) =>
  (await getUsage(owner, {})).standing;

describe("words of the provider", () => {
  test("that come twice count once, and the plan holds once it is paid for", async () => {
    const { owner, subscription } = await aPayingOwner();
    expect((await getUsage(owner, {})).plan).toBe("Unlimited");
    const hook = stripe.webhook("customer.subscription.created", subscription);
    expect(await hear(hook)).toEqual({ isNew: true });
    expect(await hear(hook)).toEqual({ isNew: false });
    expect(await getUsage(owner, {})).toMatchObject({ plan: "Team", standing: "active" });
  });

  test("that come late and in any order end with what the subscription says now", async () => {
    const { owner, customer, subscription } = await aPayingOwner();
    const hooks = ["active", "past_due", "active"].map((status) => {
      stripe.subscribe({ id: subscription, customer, status });
      return stripe.webhook("customer.subscription.updated", subscription);
    });
    for (const hook of hooks.toReversed()) await hear(hook);
    expect(await standing(owner)).toBe("active");
    stripe.subscribe({ id: subscription, customer, status: "past_due" });
    for (const hook of hooks) await hear(hook);
    expect(await standing(owner)).toBe("active");
    await hear(stripe.webhook("invoice.payment_failed", subscription));
    expect(await standing(owner)).toBe("past_due");
  });

  test("are not kept while the provider does not answer, so that it says them again", async () => {
    const { owner, subscription } = await aPayingOwner();
    const hook = stripe.webhook("customer.subscription.created", subscription);
    stripe.fail(400);
    await expect(hear(hook)).rejects.toThrow();
    stripe.fail(null);
    expect(await hear(hook)).toEqual({ isNew: true });
    expect(await standing(owner)).toBe("active");
  });

  test("of an earlier subscription do not end the new one", async () => {
    const { owner, customer, subscription } = await aPayingOwner();
    await hear(stripe.webhook("customer.subscription.created", subscription));
    const metadata = { workspace_id: owner.workspaceId };
    const old = stripe.subscribe({ customer, status: "canceled", metadata });
    await hear(stripe.webhook("customer.subscription.deleted", old));
    expect(await standing(owner)).toBe("active");
    stripe.subscribe({ id: subscription, customer, status: "canceled" });
    await hear(stripe.webhook("customer.subscription.deleted", subscription));
    expect(await standing(owner)).toBe("cancelled");
  });
});

describe("a missing payment", () => {
  test("is said for 14 days; then the workspace is read only, until it is paid", async () => {
    const { owner, customer, subscription } = await aPayingOwner();
    await hear(stripe.webhook("customer.subscription.created", subscription));
    stripe.subscribe({ id: subscription, customer, status: "past_due" });
    await hear(stripe.webhook("invoice.payment_failed", subscription));
    const keep = () =>
      keepAccounts.work(
        aPlatformContext({
          db,
          billing,
          clock: () => now,
          inWorkspace: (workspaceId) =>
            inBackground({ ...owner, workspaceId }, undefined, "run-schedule") as never,
        }),
        null,
      );
    now = new Date("2030-05-24T09:00:00Z");
    await keep();
    expect(await standing(owner)).toBe("past_due");
    now = new Date("2030-05-24T10:00:01Z");
    await keep();
    expect(await standing(owner)).toBe("restricted");

    stripe.subscribe({ id: subscription, customer, status: "active" });
    await hear(stripe.webhook("invoice.paid", subscription));
    expect(await standing(owner)).toBe("active");
  });

  test("lets people read, export, delete and pay, and holds back what adds or costs", () => {
    const person = {
      kind: "user" as const,
      id: "usr_1",
      name: "Ann",
      role: "owner" as const,
      projects: [],
      via: { kind: "session" as const, id: "ses_1" },
      isReadOnly: true,
    };
    for (const action of [
      "document.read",
      "document.search",
      "audit.read",
      "document.delete",
      "document.trash",
      "workspace.update",
      "billing.manage",
      "apiKey.manage",
    ] as const)
      expect([action, may(person, action)]).toEqual([action, true]);
    for (const action of ["document.upload", "document.ask", "member.invite"] as const) {
      expect([action, may(person, action)]).toEqual([action, false]);
      expect(() => authorize(person, action)).toThrow("read only");
    }
  });
});

describe("usage for the provider", () => {
  const pages = (workspaceId: string, quantity: number, at = now) => ({
    workspaceId,
    meter: "pages",
    quantity,
    subject: "",
    at,
    key: newId("evt"),
  });
  const work = async (schedule: typeof sendUsage) => {
    for (let from: string | null = null, turn = 0; turn < 200; turn += 1) {
      from = (await schedule.work(admin(), from)).next;
      if (from === null) return;
    }
  };
  const differences = async (workspaceId: string) =>
    (await listBilling(admin(), {})).comparisons.filter(
      (row) => row.workspaceId === workspaceId && row.startsAt.getUTCMonth() === 4,
    );

  test("is told once for each row, waits while the provider is away, and sums up the same", async () => {
    const { owner, customer, subscription } = await aPayingOwner();
    await hear(stripe.webhook("customer.subscription.created", subscription));
    const { workspaceId } = owner;
    const rows = Array.from({ length: 150 }, () => pages(workspaceId, 2));
    await db.platform.usageLedger.record(rows);
    await db.platform.usageLedger.record(rows);
    await db.platform.usageLedger.record([
      { ...pages(workspaceId, 5_000_000), meter: "storage", key: newId("evt") },
    ]);
    stripe.fail(429);
    await work(sendUsage);
    stripe.fail(null);
    await work(sendUsage);
    await work(sendUsage);
    const told = stripe.events.filter((event) => event.customer === customer);
    expect(told.filter(({ name }) => name === "besunny_pages")).toHaveLength(150);
    expect(told.filter(({ name }) => name === "besunny_storage")).toMatchObject([{ value: 5 }]);
    expect(told.map(({ identifier }) => identifier)).toContain(rows[0]?.key);

    await work(compareUsage);
    expect(await differences(workspaceId)).toMatchObject([
      { meter: "pages", ours: 300, theirs: 300, difference: 0 },
      { meter: "storage", ours: 5 * 1024 ** 2, theirs: 5 * 1024 ** 2, difference: 0 },
    ]);
  });

  test("that the provider does not take shows as a difference", async () => {
    const { owner, subscription } = await aPayingOwner();
    await hear(stripe.webhook("customer.subscription.created", subscription));
    const { workspaceId } = owner;
    const early = new Date("2030-05-01T10:00:00Z");
    await db.platform.usageLedger.record([pages(workspaceId, 7, early), pages(workspaceId, 1)]);
    now = new Date("2030-06-06T10:00:00Z");
    await work(sendUsage);
    await work(compareUsage);
    expect(await differences(workspaceId)).toMatchObject([
      { meter: "pages", ours: 8, theirs: 1, difference: -7 },
      { meter: "storage", difference: 0 },
    ]);
    const { deliveries } = await listBilling(admin(), {});
    expect(deliveries).toContainEqual({ state: "refused", count: expect.any(Number) });
  });

  test("is not told a second time after a day, when nobody knows if it arrived", async () => {
    const { owner, subscription, customer } = await aPayingOwner();
    await hear(stripe.webhook("customer.subscription.created", subscription));
    await db.platform.usageLedger.record([pages(owner.workspaceId, 3)]);
    stripe.fail(500);
    await work(sendUsage);
    stripe.fail(null);
    now = new Date("2030-05-11T10:00:00Z");
    await work(sendUsage);
    expect(stripe.events.filter((event) => event.customer === customer)).toEqual([]);
    expect((await listBilling(admin(), {})).deliveries).toContainEqual({
      state: "unsure",
      count: expect.any(Number),
    });
  });
});
