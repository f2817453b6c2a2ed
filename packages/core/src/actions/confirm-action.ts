import { personOf } from "../access/person-of";
import { command } from "../operation/command";
import { ofIds } from "../shapes";
import { someActions } from "./contract/ids";
import { moveActions } from "./contract/move-actions";

/** Confirms drafts: they are to be done. */
export const confirmAction = command("actions.confirm-action", {
  title: "Confirm actions",
  permission: "document.correct",
  input: someActions,
  output: ofIds,
  doors: ["web"],

  async handle(tools, { ids }) {
    const confirmedBy = personOf(tools.actor).id;
    const confirmedAt = tools.clock();
    return moveActions(tools, ids, {
      from: ["draft"],
      to: "open",
      verb: "confirmed",
      also: () => ({ confirmedBy, confirmedAt }),
    });
  },
});
