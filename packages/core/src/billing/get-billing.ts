import { z } from "zod";

import { flow } from "../operation/flow";
import { instant } from "../shapes";
import { standings } from "../usage/contract/standings";
import { Plan } from "./contract/plan";
import { readBilling } from "./read-billing";

/** Returns how the workspace pays: its plan, the plans that it can choose, and how its payments stand. */
export const getBilling = flow("billing.get-billing", {
  title: "Show how the workspace pays",
  permission: "workspace.update",
  input: z.object({}),
  output: z.object({
    provider: z.enum(["none", "stripe"]),
    standing: z.enum(standings),
    since: instant.nullable(),
    trialEndsAt: instant.nullable(),
    hasCustomer: z.boolean(),
    plan: Plan.nullable(),
    /** Empty where nobody takes money: admins of the platform choose plans there. */
    plans: z.array(Plan),
  }),
  doors: ["web"],
  uses: ["billing"],
  audit: { notAudited: "It reads." },

  async handle({ caller, billing }) {
    const { plans, ...account } = await readBilling(caller, {});
    return {
      ...account,
      provider: billing.kind,
      plans: billing.kind === "none" ? [] : plans,
    };
  },
});
