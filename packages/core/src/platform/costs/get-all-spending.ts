import { z } from "zod";
import { Spending } from "../../costs/contract/money";
import { allSpendingGroups } from "../../costs/contract/money-words";
import { spendingFilterOf, spendingInput } from "../../costs/contract/spending-input";
import { spendingOf, totalOf } from "../../costs/contract/sums";
import { platformQuery } from "../../operation/platform";

/** Returns what all workspaces, or one, spent on outside models, summed up in one way, with the total. */
export const getAllSpending = platformQuery("platform.get-all-spending", {
  title: "Show what all workspaces spent on models",
  permission: "platform.read",
  input: z.object({
    ...spendingInput,
    workspaceId: z.string().max(60).nullable().default(null),
    by: z.enum(allSpendingGroups).default("workspace"),
  }),
  output: z.object({ total: Spending, groups: z.array(Spending) }),
  doors: ["admin"],

  async handle({ db, clock }, { by, workspaceId, ...input }) {
    const { spending, names } = db.platform;
    const filter = spendingFilterOf(input, workspaceId, clock());
    const groups = await spending.sum(by, filter);
    const known = await names.of(groups.flatMap(({ key }) => key ?? []));
    return {
      total: totalOf(await spending.sum(null, filter)),
      groups: groups.map((group) => spendingOf(group, known)),
    };
  },
});
