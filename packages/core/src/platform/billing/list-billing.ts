import { z } from "zod";

import { platformQuery } from "../../operation/platform";
import { count, idIn, instant } from "../../shapes";
import { meterOf, meters } from "../../usage/contract/meters";
import { standings } from "../../usage/contract/standings";

const MOST = 200;
const WEBHOOKS = 50;

/** Lists how workspaces pay, what the provider counted beside our ledger, and its webhooks. */
export const listBilling = platformQuery("platform.list-billing", {
  title: "Show payments and their reconciliation",
  permission: "platform.read",
  input: z.object({}),
  output: z.object({
    provider: z.enum(["none", "stripe"]),
    accounts: z.array(
      z.object({
        workspaceId: idIn("ws"),
        name: z.string(),
        plan: z.string().nullable(),
        standing: z.enum(standings),
        since: instant,
        isCharged: z.boolean(),
      }),
    ),
    comparisons: z.array(
      z.object({
        workspaceId: idIn("ws"),
        workspaceName: z.string(),
        meter: z.enum(meters),
        startsAt: instant,
        ours: count,
        theirs: count,
        difference: count,
        lookedAt: instant,
      }),
    ),
    deliveries: z.array(z.object({ state: z.string(), count })),
    webhooks: z.array(
      z.object({
        eventId: z.string(),
        kind: z.string(),
        outcome: z.string(),
        toldAt: instant,
        receivedAt: instant,
      }),
    ),
  }),
  doors: ["admin"],

  async handle({ db, billing }) {
    const { usageLedger, billingProvider } = db.platform;
    const accounts = await usageLedger.accounts();
    const comparisons = await billingProvider.comparisons(MOST);
    return {
      provider: billing.kind,
      accounts: accounts.map(({ state, customerId, ...account }) => ({
        ...account,
        standing: z.enum(standings).parse(state),
        isCharged: customerId !== null,
      })),
      comparisons: comparisons.map((row) => ({
        ...row,
        meter: meterOf(row.meter),
        difference: row.theirs - row.ours,
      })),
      deliveries: await billingProvider.deliveryStates(),
      webhooks: await billingProvider.listWebhooks(WEBHOOKS),
    };
  },
});
