import { z } from "zod";

import { personOf } from "../access/person-of";
import { invalidInput, notFound } from "../errors";
import { command } from "../operation/command";
import { idIn } from "../shapes";
import { amountInput } from "./contract/money";
import { budgetPeriods, budgetSubjects } from "./contract/money-words";

/** Sets the most that the workspace, or a project, person or key of it, may spend in a day or a month of UTC. Throws `NOT_FOUND`. */
export const putBudget = command("costs.put-budget", {
  title: "Set a budget",
  permission: "workspace.update",
  input: z.object({
    subjectKind: z.enum(budgetSubjects),
    subjectId: z.string().max(60).default(""),
    period: z.enum(budgetPeriods),
    amountMicro: amountInput,
  }),
  output: z.object({ id: idIn("bud") }),
  doors: ["web"],

  async handle({ budgets, projects, members, apiKeys, actor, clock, changed }, input) {
    const { subjectKind, subjectId, period, amountMicro } = input;
    if (subjectKind === "workspace" && subjectId !== "")
      invalidInput("The budget of the workspace is of nothing else: leave subjectId out");
    if (subjectKind === "project" && !(await projects.find(subjectId)))
      notFound("Project", subjectId);
    if (subjectKind === "user" && !(await members.find(subjectId))) notFound("Member", subjectId);
    if (subjectKind === "key" && !(await apiKeys.find(subjectId))) notFound("API key", subjectId);
    const at = clock();
    const known = (await budgets.list(at)).find(
      (each) =>
        each.subjectKind === subjectKind && each.subjectId === subjectId && each.period === period,
    );
    const byId = personOf(actor).id;
    const id = await budgets.put({ subjectKind, subjectId, period, amountMicro, byId, at });
    changed({
      subject: id,
      before: { amountMicro: known?.amountMicro ?? null },
      after: { amountMicro },
    });
    return { id };
  },
});
