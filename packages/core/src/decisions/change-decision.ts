import { z } from "zod";
import { personOf } from "../access/person-of";
import { decisionId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { mustChangeDecision } from "./contract/must-change-decision";

/** Changes the words of a decision, or takes it away. What a person has changed stays. */
export const changeDecision = command("decisions.change-decision", {
  title: "Change or remove a decision",
  permission: "document.correct",
  input: z
    .object({
      id: decisionId,
      text: z.string().trim().min(1).max(2_000).optional(),
      isRemoved: z.boolean().optional(),
    })
    .refine(
      ({ text, isRemoved }) => text !== undefined || isRemoved !== undefined,
      "Give other words, or say that it is to be removed",
    ),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, text, isRemoved }) {
    const { decisions, actor, changed } = tools;
    const row = await mustChangeDecision(tools, id);
    await decisions.update(id, {
      ...(text !== undefined &&
        text !== row.text && { text, foundText: row.foundText ?? row.text, isCorrected: true }),
      ...(isRemoved !== undefined && { removedBy: isRemoved ? personOf(actor).id : null }),
    });
    const wasRemoved = row.removedBy !== null;
    changed({
      subject: id,
      before: { text: row.text, isRemoved: wasRemoved },
      after: { text: text ?? row.text, isRemoved: isRemoved ?? wasRemoved },
    });
  },
});
