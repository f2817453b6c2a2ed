import { z } from "zod";

import { query } from "../operation/query";
import { instant } from "../shapes";
import { standings } from "../usage/contract/standings";
import { Plan, planOf } from "./contract/plan";

export const readBilling = query("billing.read-billing", {
  title: "Read the account of the workspace",
  permission: "workspace.update",
  input: z.object({}),
  output: z.object({
    standing: z.enum(standings),
    since: instant.nullable(),
    trialEndsAt: instant.nullable(),
    customerId: z.string().nullable(),
    hasCustomer: z.boolean(),
    hasSubscription: z.boolean(),
    plan: Plan.nullable(),
    plans: z.array(Plan),
  }),
  doors: [],

  async handle({ billing }) {
    const [account, plan, plans] = [
      await billing.account(),
      await billing.plan(),
      await billing.plans(),
    ];
    return {
      standing: z.enum(standings).parse(account?.state ?? "active"),
      since: account?.since ?? null,
      trialEndsAt: account?.trialEndsAt ?? null,
      customerId: account?.customerId ?? null,
      hasCustomer: Boolean(account?.customerId),
      hasSubscription: Boolean(account?.subscriptionId),
      plan: plan && planOf(plan),
      plans: plans.map(planOf),
    };
  },
});
