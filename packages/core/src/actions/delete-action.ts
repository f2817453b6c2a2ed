import { z } from "zod";
import { invalidInput } from "../errors";
import { actionId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { announceAction } from "./contract/announce";
import { mustChangeAction } from "./contract/may-change";

/** Deletes an action that a person wrote. One that was found in a meeting is rejected instead, so that it is not found again. */
export const deleteAction = command("actions.delete-action", {
  title: "Delete an action",
  permission: "document.correct",
  input: z.object({ id: actionId }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id }) {
    const row = await mustChangeAction(tools, id);
    if (row.createdBy === null && row.note === null)
      invalidInput(
        "This action was found in a meeting. Reject it instead, so that it is not found again.",
      );
    await tools.actionItems.removeMany([id]);
    announceAction(tools, row, {
      before: { text: row.text, state: row.state },
      after: { text: null, state: null },
      state: "deleted",
    });
  },
});
