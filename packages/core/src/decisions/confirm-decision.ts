import { z } from "zod";
import { personOf } from "../access/person-of";
import { decisionId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { mustChangeDecision } from "./contract/must-change-decision";

/** Says that a decision was made in these words. Its confirmer gets a notice if a later meeting or document contradicts it. */
export const confirmDecision = command("decisions.confirm-decision", {
  title: "Confirm a decision",
  permission: "document.correct",
  input: z.object({ id: decisionId }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id }) {
    const { decisions, actor, clock, changed } = tools;
    const row = await mustChangeDecision(tools, id);
    if (row.confirmedBy) return;
    const confirmedBy = personOf(actor).id;
    await decisions.update(id, { confirmedBy, confirmedAt: clock() });
    changed({ subject: id, before: { confirmedBy: null }, after: { confirmedBy } });
  },
});
