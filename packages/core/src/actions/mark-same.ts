import { z } from "zod";
import { conflict, invalidInput, notFound } from "../errors";
import { actionId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { announceAction } from "./contract/announce";
import { mustChangeAction } from "./contract/may-change";

/** Says that an action is the same as another one, which stays; with `sameAs` null, that it is an action of its own again. */
export const markSame = command("actions.mark-same", {
  title: "Say that an action is the same as another",
  permission: "document.correct",
  input: z.object({ id: actionId, sameAs: actionId.nullable() }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, sameAs }) {
    const { actionItems } = tools;
    const row = await mustChangeAction(tools, id);
    if (sameAs !== null) {
      if (sameAs === id) invalidInput("An action is the same as itself. Choose another one.");
      const other = (await actionItems.find(sameAs)) ?? notFound("Action", sameAs);
      if (other.state === "merged" || other.state === "rejected")
        invalidInput(`“${other.text}” is put away itself. Choose another action.`);
    }
    if (sameAs === null && row.state !== "merged") return;
    const state = sameAs === null ? (row.confirmedAt ? "open" : "draft") : "merged";
    const isWritten = await actionItems.update(id, row.version, { state, sameAs, doneAt: null });
    if (!isWritten)
      conflict(`Somebody else has just changed “${row.text}”`, "Look at it again, then repeat.");
    announceAction(tools, row, {
      before: { state: row.state, sameAs: row.sameAs },
      after: { state, sameAs },
      state,
    });
  },
});
