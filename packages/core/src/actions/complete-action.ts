import { personOf } from "../access/person-of";
import { command } from "../operation/command";
import { ofIds } from "../shapes";
import { someActions } from "./contract/ids";
import { moveActions } from "./contract/move-actions";

/** Says that actions are done. A draft that is done was right, so this confirms it. */
export const completeAction = command("actions.complete-action", {
  title: "Complete actions",
  permission: "document.correct",
  input: someActions,
  output: ofIds,
  doors: ["web"],

  async handle(tools, { ids }) {
    const by = personOf(tools.actor).id;
    const doneAt = tools.clock();
    return moveActions(tools, ids, {
      from: ["draft", "open"],
      to: "done",
      verb: "completed",
      also: ({ confirmedBy, confirmedAt }) => ({
        doneAt,
        confirmedBy: confirmedBy ?? by,
        confirmedAt: confirmedAt ?? doneAt,
      }),
    });
  },
});
