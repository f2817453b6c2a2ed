import { z } from "zod";

import { notFound } from "../errors";
import { budgetId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";

/** Removes a budget. What was spent stays in the ledger. Throws `NOT_FOUND`. */
export const removeBudget = command("costs.remove-budget", {
  title: "Remove a budget",
  permission: "workspace.update",
  input: z.object({ id: budgetId }),
  output: nothing,
  doors: ["web"],

  async handle({ budgets, changed }, { id }) {
    const budget = await budgets.find(id);
    if (!budget || !(await budgets.remove(id))) return notFound("Budget", id);
    changed({
      subject: id,
      before: { amountMicro: Number(budget.amountMicro) },
      after: { amountMicro: null },
    });
  },
});
