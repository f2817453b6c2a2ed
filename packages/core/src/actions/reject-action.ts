import { command } from "../operation/command";
import { ofIds } from "../shapes";
import { someActions } from "./contract/ids";
import { moveActions } from "./contract/move-actions";

/** Rejects actions: nothing of the kind is to be done. They stay rejected when their meeting is understood again. */
export const rejectAction = command("actions.reject-action", {
  title: "Reject actions",
  permission: "document.correct",
  input: someActions,
  output: ofIds,
  doors: ["web"],

  handle: (tools, { ids }) =>
    moveActions(tools, ids, { from: ["draft", "open"], to: "rejected", verb: "rejected" }),
});
