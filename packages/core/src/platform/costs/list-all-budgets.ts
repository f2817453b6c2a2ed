import { z } from "zod";
import { budgetOf } from "../../costs/contract/budget-of";
import { Budget } from "../../costs/contract/money";
import { platformQuery } from "../../operation/platform";
import { idIn } from "../../shapes";

/** Lists the budgets of all workspaces with what was spent of each. */
export const listAllBudgets = platformQuery("platform.list-all-budgets", {
  title: "List budgets of all workspaces",
  permission: "platform.read",
  input: z.object({}),
  output: z.object({
    items: z.array(
      Budget.extend({ workspaceId: idIn("ws"), workspaceName: z.string().nullable() }),
    ),
  }),
  doors: ["admin"],

  async handle({ db, clock }) {
    const rows = await db.platform.budgets.list(clock());
    const names = await db.platform.names.of(
      rows.flatMap(({ workspaceId, subjectId }) => [workspaceId, subjectId]),
    );
    return {
      items: rows.map((row) => ({
        ...budgetOf(row),
        subjectName: names.get(row.subjectId) ?? null,
        workspaceName: names.get(row.workspaceId) ?? null,
      })),
    };
  },
});
