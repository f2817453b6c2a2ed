import { z } from "zod";
import { invalidInput, notFound } from "../errors";
import { decisionId } from "../ids";
import { Contradiction } from "../meetings/contract/decision";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { contradictionKey } from "./contract/contradiction-key";
import { mustChangeDecision } from "./contract/must-change-decision";

/**
 * Says that a decision holds, or that it was replaced. The place that contradicted a decision that holds does not reopen it again.
 */
export const settleDecision = command("decisions.settle-decision", {
  title: "Settle a decision",
  permission: "document.correct",
  input: z
    .object({
      id: decisionId,
      verdict: z.enum(["stands", "replaced"]),
      replacedBy: decisionId.optional().meta({ description: "The decision that holds now" }),
    })
    .refine(
      ({ verdict, replacedBy }) => verdict === "replaced" || replacedBy === undefined,
      "A decision that holds is replaced by none",
    ),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, verdict, replacedBy }) {
    const { decisions, changed } = tools;
    const row = await mustChangeDecision(tools, id);
    const against = Contradiction.nullable().parse(row.reopenedBy);
    const by = verdict === "replaced" ? (replacedBy ?? against?.decisionId ?? null) : null;
    if (by === id) invalidInput("A decision cannot replace itself. Choose another one.");
    if (replacedBy && !(await decisions.find(replacedBy))) notFound("Decision", replacedBy);
    if (verdict === "replaced") await decisions.update(id, { state: verdict, replacedBy: by });
    else
      await decisions.stand(id, [
        ...new Set([...row.settled, ...(against ? [contradictionKey(against)] : [])]),
      ]);
    changed({
      subject: id,
      before: { state: row.state, replacedBy: row.replacedBy },
      after: { state: verdict, replacedBy: by },
    });
  },
});
