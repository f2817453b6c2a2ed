import { z } from "zod";

import { query } from "../operation/query";
import { budgetOf } from "./contract/budget-of";
import { Budget } from "./contract/money";
import { namesOf } from "./contract/names-of";

/** Lists the budgets of the workspace with what was spent of each, and what it decided about unknown prices. */
export const listBudgets = query("costs.list-budgets", {
  title: "List budgets",
  permission: "workspace.update",
  input: z.object({}),
  output: z.object({ items: z.array(Budget), unknownPrice: z.enum(["go", "stop"]) }),
  doors: ["web"],

  async handle({ budgets, clock, ...tools }) {
    const rows = await budgets.list(clock());
    const names = new Map<string, string>();
    for (const kind of ["user", "project", "key"])
      for (const [id, name] of await namesOf(
        tools,
        kind,
        rows.filter((row) => row.subjectKind === kind).map(({ subjectId: key }) => ({ key })),
      ))
        names.set(id, name);
    return {
      items: rows.map((row) => ({
        ...budgetOf(row),
        subjectName: names.get(row.subjectId) ?? null,
      })),
      unknownPrice: (await budgets.mayPayUnknown()) ? ("go" as const) : ("stop" as const),
    };
  },
});
