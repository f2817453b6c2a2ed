import { z } from "zod";

import { Plan, planOf } from "../../billing/contract/plan";
import { platformQuery } from "../../operation/platform";
import { count } from "../../shapes";

/** Lists all plans, the cheapest first, with how many workspaces have each. */
export const listPlans = platformQuery("platform.list-plans", {
  title: "List plans",
  permission: "platform.read",
  input: z.object({}),
  output: z.object({
    items: z.array(Plan.extend({ workspaces: count })),
    provider: z.enum(["none", "stripe"]),
  }),
  doors: ["admin"],

  async handle({ db, billing }) {
    const rows = await db.platform.plans.list();
    return {
      items: rows.map(({ workspaces, ...row }) => ({ ...planOf(row), workspaces })),
      provider: billing.kind,
    };
  },
});
