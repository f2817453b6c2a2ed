import { z } from "zod";

import { query } from "../operation/query";
import { Spending } from "./contract/money";
import { spendingGroups } from "./contract/money-words";
import { namesOf } from "./contract/names-of";
import { spendingFilterOf, spendingInput } from "./contract/spending-input";
import { spendingOf, totalOf } from "./contract/sums";

/** Returns what the workspace spent on outside models, summed up in one way, with the total. */
export const getSpending = query("costs.get-spending", {
  title: "Show what was spent on models",
  permission: "workspace.update",
  input: z.object({ ...spendingInput, by: z.enum(spendingGroups).default("model") }),
  output: z.object({ total: Spending, groups: z.array(Spending) }),
  doors: ["web"],

  async handle({ spending, workspaceId, clock, ...tools }, { by, ...input }) {
    const filter = spendingFilterOf(input, workspaceId, clock());
    const groups = await spending.sum(by, filter);
    const names = await namesOf(tools, by, groups);
    return {
      total: totalOf(await spending.sum(null, filter)),
      groups: groups.map((group) => spendingOf(group, names)),
    };
  },
});
