import { z } from "zod";
import { tell } from "../notifications/contract/tell";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { adminsOf } from "./contract/admins-of";

/** Tells owners and admins that budgets passed 80, 95 or 100 percent. A second call for the same adds nothing. */
export const tellBudgetLevels = command("costs.tell-budget-levels", {
  title: "Tell that a budget runs out",
  permission: "spending.watch",
  input: z.object({
    crossed: z.array(z.object({ budgetId: z.string(), level: z.number().int() })).max(100),
  }),
  output: nothing,
  doors: ["job"],
  audit: { notAudited: "The notices are the record." },

  async handle(tools, { crossed }) {
    const { budgets, members, clock } = tools;
    const createdAt = clock();
    const known = await budgets.list(createdAt);
    const admins = await adminsOf(members);
    await tell(
      tools,
      crossed.flatMap(({ budgetId, level }) => {
        const budget = known.find(({ id }) => id === budgetId);
        if (!budget) return [];
        const window = budget.startsAt.toISOString().slice(0, 10);
        const key = `budget:${budgetId}:${window}:${level}`;
        return admins.map((userId) => ({
          userId,
          kind: "budget" as const,
          count: level,
          key,
          createdAt,
        }));
      }),
    );
  },
});
