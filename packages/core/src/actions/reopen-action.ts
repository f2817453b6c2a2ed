import type { StoredAction } from "@besunny/db/meetings/action-items";
import { personOf } from "../access/person-of";
import { command } from "../operation/command";
import { ofIds } from "../shapes";
import { someActions } from "./contract/ids";
import { moveActions } from "./contract/move-actions";

/** Says that actions are to be done after all: those that were done, rejected, or the same as another. A draft that was rejected is a draft again. */
export const reopenAction = command("actions.reopen-action", {
  title: "Reopen actions",
  permission: "document.correct",
  input: someActions,
  output: ofIds,
  doors: ["web"],

  async handle(tools, { ids }) {
    const by = personOf(tools.actor).id;
    const now = tools.clock();
    return moveActions(tools, ids, {
      from: ["done", "rejected", "merged"],
      to: (row) => (isRejectedDraft(row) ? "draft" : "open"),
      verb: "reopened",
      also: (row) => ({
        doneAt: null,
        sameAs: null,
        ...(!isRejectedDraft(row) && {
          confirmedBy: row.confirmedBy ?? by,
          confirmedAt: row.confirmedAt ?? now,
        }),
      }),
    });
  },
});

/** True for what was found and that nobody has ever confirmed: it is a draft again. */
function isRejectedDraft({ state, confirmedBy, createdBy }: StoredAction): boolean {
  return state === "rejected" && confirmedBy === null && createdBy === null;
}
