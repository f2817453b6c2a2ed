import { conflict, notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { isOpen, ofBulkAction } from "./contract";

/** Asks a bulk action to end after its current run. Does not undo finished runs. Throws `NOT_FOUND`, and `CONFLICT` if it is over. */
export const stopBulkAction = platformCommand("platform.stop-bulk-action", {
  title: "Stop a bulk action",
  permission: "bulkAction.manage",
  input: ofBulkAction,
  output: nothing,
  doors: ["admin"],

  async handle({ operations, clock }, { id }) {
    const action = (await operations.find(id)) ?? notFound("Bulk action", id);
    if (!isOpen(action)) conflict("The bulk action is over already");
    if (!action.stopAskedAt) await operations.updateOpen(id, { stopAskedAt: clock() });
  },
});
