import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { SoldPlan } from "./billing";
import { createStripeBilling } from "./stripe";

const PORT = 12_731;
const binary = process.env.STRIPE_MOCK ?? "stripe-mock";
const isThere = spawnSync(binary, ["-version"]).error === undefined;

/** stripe-mock checks each request against Stripe's own description, and refuses unknown or missing parameters. It remembers nothing. */
describe.skipIf(!isThere)(
  isThere ? "against stripe-mock" : `against stripe-mock (there is no ${binary}; set STRIPE_MOCK)`,
  () => {
    let mock: ChildProcess;
    beforeAll(async () => {
      mock = spawn(binary, ["-http-addr", `127.0.0.1:${PORT}`], { stdio: "ignore" });
      for (let tries = 0; tries < 100; tries += 1) {
        const answer = await fetch(`http://127.0.0.1:${PORT}/`).catch(() => null);
        if (answer) return;
        await wait(100);
      }
      throw new Error("stripe-mock did not start");
    });
    afterAll(() => {
      mock.kill();
    });

    const billing = createStripeBilling({
      secretKey: "sk_test_123",
      webhookSecret: "whsec_1",
      apiUrl: `http://127.0.0.1:${PORT}`,
    });
    const plan: SoldPlan = {
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
      ],
    };
    const customer = { workspaceId: "ws_1", name: "Acme", email: "ann@example.com" };

    test("a customer, a checkout and a portal are asked for as Stripe wants it", async () => {
      const customerId = await billing.customer(customer);
      expect(customerId).toMatch(/^cus_/);
      const returnTo = "https://besunny.example/settings/usage";
      expect(await billing.portal({ customerId, returnTo })).toMatch(/^https:/);
      // stripe-mock returns no address of a checkout: the request is what counts.
      await billing
        .checkout({ customerId, workspaceId: "ws_1", plan, returnTo })
        .catch((error: unknown) => expect(String(error)).toContain("no address"));
    });

    test("usage, sums and subscriptions are asked for as Stripe wants it", async () => {
      const told = await billing.tell({
        identifier: "pages:doc_1:1",
        customerId: "cus_1",
        meter: "pages",
        quantity: 3,
        at: new Date(),
      });
      expect(told).toEqual({ kind: "sent" });
      const month = {
        from: new Date("2026-05-01T00:00:00Z"),
        to: new Date("2026-06-01T00:00:00Z"),
      };
      expect(await billing.counted({ customerId: "cus_1", meter: "pages", ...month })).toEqual(
        expect.any(Number),
      );
      expect(await billing.subscription("sub_1")).toMatchObject({ id: expect.any(String) });
    });
  },
);
