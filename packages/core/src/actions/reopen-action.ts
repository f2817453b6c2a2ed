import { personOf } from "../access/person-of";
import { command } from "../operation/command";
import { ofIds } from "../shapes";
import { someActions } from "./contract/ids";
import { moveActions } from "./contract/move-actions";

/** Says that actions are to be done after all: those that were done, rejected, or the same as another. */
export const reopenAction = command("actions.reopen-action", {
  title: "Reopen actions",
  permission: "document.correct",
  input: someActions,
  output: ofIds,
  doors: ["web", "rest"],

  async handle(tools, { ids }) {
    const by = personOf(tools.actor).id;
    const now = tools.clock();
    return moveActions(tools, ids, {
      from: ["done", "rejected", "merged"],
      to: "open",
      verb: "reopened",
      also: ({ confirmedBy, confirmedAt }) => ({
        doneAt: null,
        sameAs: null,
        confirmedBy: confirmedBy ?? by,
        confirmedAt: confirmedAt ?? now,
      }),
    });
  },
});
